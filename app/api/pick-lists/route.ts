import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listOpenPickLists } from '@/lib/picking/queries'
import { listPickListsOperation } from '../operations'
import { knownSite, nextLink } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listPickListsOperation, async ({ request, caller, query }) => {
    const page = await listOpenPickLists(knownSite(caller, query.site), query.limit, query.cursor)
    return json(page, 200, nextLink(request, page.nextCursor))
  }),
})
