import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { readTopology } from '@/lib/conveyor/read-topology'
import { replaceTopology } from '@/lib/conveyor/replace-topology'
import { replaceTopologyOperation, showTopologyOperation } from '../../../belt-feed-operations'
import { standingSite } from '../../standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showTopologyOperation, async ({ caller, params }) => {
    const site = await standingSite(caller, params.site)
    const drawing = (await readTopology(site)) ?? notFound(`${site} has no belts yet.`)
    return json(drawing.topology, 200, { etag: `"${drawing.version}"` })
  }),
  PUT: door(replaceTopologyOperation, async ({ caller, params, body, audit }) => {
    const site = await standingSite(caller, params.site)
    const replaced = await replaceTopology(site, body)
    const subject = `${site} belts version ${replaced.version}`
    await audit({ subject, siteId: site, isChanged: replaced.isChanged })
    return json(replaced, 200, { etag: `"${replaced.version}"` })
  }),
})
