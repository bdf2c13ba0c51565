import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listReorders } from '@/lib/replenishment/list-reorders'
import { suggestReorders } from '@/lib/replenishment/suggest-reorders'
import { nextLink } from '../paging'
import { listReordersOperation, suggestReordersOperation } from '../replenishment-operations'
import { standingSite } from '../sites/standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listReordersOperation, async ({ request, caller, query }) => {
    const { site: asked, ...filter } = query
    const site = await standingSite(caller, asked)
    const list = await listReorders(site, filter)
    return json(list, 200, nextLink(request, list.nextCursor))
  }),
  POST: door(suggestReordersOperation, async ({ caller, query, audit }) => {
    const site = await standingSite(caller, query.site)
    const suggested = await suggestReorders(site, new Date())
    await audit({ subject: suggested.day, siteId: site })
    return json(suggested)
  }),
})
