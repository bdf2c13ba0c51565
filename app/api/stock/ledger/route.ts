import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listLedger } from '@/lib/inventory/list-ledger'
import { nextLink, siteFilter } from '../../paging'
import { listLedgerOperation } from '../../stock-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listLedgerOperation, async ({ request, caller, query }) => {
    const { site, ...filter } = query
    const page = await listLedger({ ...filter, siteIds: siteFilter(caller, site) })
    return json(page, 200, nextLink(request, page.nextCursor))
  }),
})
