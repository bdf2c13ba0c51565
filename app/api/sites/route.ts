import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { createSite } from '@/lib/sites/create-site'
import { listSites } from '@/lib/sites/list-sites'
import { sitesOf } from '@/lib/sites/rules/may-enter'
import { createSiteOperation, listSitesOperation } from '../settings-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listSitesOperation, async ({ caller }) =>
    json({ items: await listSites(sitesOf(caller)), nextCursor: null }),
  ),
  POST: door(createSiteOperation, async ({ caller, body, audit }) => {
    const created = await createSite(body, caller.clientId.slice('person:'.length))
    if (created.outcome === 'known') refuse({ status: 409, title: 'There is a site of that id or GLN' })
    await audit({ subject: body.id, siteId: body.id })
    const [site] = await listSites([body.id])
    return json(site, 201, { location: `/api/sites/${body.id}` })
  }),
})
