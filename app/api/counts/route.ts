import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { openCount } from '@/lib/inventory/open-count'
import { readCounts } from '@/lib/inventory/read-counts'
import { knownSite, nextLink, siteFilter } from '../paging'
import { listCountsOperation, openCountOperation } from '../stock-operations'
import { knownCount, nameOf } from './known-count'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listCountsOperation, async ({ request, caller, query }) => {
    const { site, ...filter } = query
    const page = await readCounts({ ...filter, siteIds: siteFilter(caller, site) })
    return json(page, 200, nextLink(request, page.nextCursor))
  }),
  POST: door(openCountOperation, async ({ caller, body, audit }) => {
    const siteId = knownSite(caller, body.site)
    const opening = await openCount(body, { by: nameOf(caller), isOwed: false }, new Date())
    if (opening.outcome === 'unknown') notFound(opening.what)
    const { items: _, ...count } = await knownCount(caller, opening.id)
    const isChanged = opening.outcome !== 'open-already'
    await audit({ subject: count.id, siteId, isChanged })
    if (!isChanged) return json(count)
    return json(count, 201, { location: `/api/counts/${count.id}` })
  }),
})
