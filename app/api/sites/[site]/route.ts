import { json, notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { changeSite } from '@/lib/sites/change-site'
import { listSites } from '@/lib/sites/list-sites'
import { changeSiteOperation } from '../../settings-operations'
import { standingSite } from '../standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: door(changeSiteOperation, async ({ caller, params, body, audit }) => {
    const id = await standingSite(caller, params.site)
    const { outcome } = await changeSite(id, body)
    if (outcome === 'unknown') notFound(`No site ${id}.`)
    if (outcome === 'known') refuse({ status: 409, title: 'Another site has that GLN' })
    await audit({ subject: id, siteId: id })
    const [site] = await listSites([id])
    return json(site)
  }),
})
