import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listAuditEntries } from '@/lib/sites/list-audit-entries'
import { nextLink, siteFilter } from '../paging'
import { listAuditOperation } from '../settings-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listAuditOperation, async ({ request, caller, query }) => {
    const { site, format: _, ...filter } = query
    const page = await listAuditEntries(siteFilter(caller, site), filter)
    return json(page, 200, nextLink(request, page.nextCursor))
  }),
})
