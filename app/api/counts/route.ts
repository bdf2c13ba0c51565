import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { openCount } from '@/lib/inventory/open-count'
import { readCounts } from '@/lib/inventory/read-counts'
import { recordAudit } from '@/lib/sites/record-audit'
import { knownSite, nextLink, siteFilter } from '../paging'
import { listCountsOperation, openCountOperation } from '../stock-operations'
import { knownCount, nameOf } from './known-count'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listCountsOperation, async ({ request, caller, query }) => {
    const { site, ...filter } = query
    const page = await readCounts({ ...filter, siteIds: siteFilter(caller, site) })
    return json(page, 200, nextLink(request, page.nextCursor))
  }),
  POST: door(openCountOperation, async ({ caller, body, requestId }) => {
    const siteId = knownSite(caller, body.site)
    const opening = await openCount(body, { by: nameOf(caller), isOwed: false }, new Date())
    if (opening.outcome === 'unknown') notFound(opening.what)
    const { items: _, ...count } = await knownCount(caller, opening.id)
    if (opening.outcome === 'open-already') return json(count)
    const actor = caller.clientId
    await recordAudit({
      actor,
      action: 'openCount',
      outcome: 'allowed',
      subject: count.id,
      siteId,
      requestId,
    })
    return json(count, 201, { location: `/api/counts/${count.id}` })
  }),
})
