import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listTours } from '@/lib/picking/list-tours'
import { nextLink, siteFilter } from '../paging'
import { listToursOperation } from '../picking-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listToursOperation, async ({ request, caller, query }) => {
    const { site, ...filter } = query
    const page = await listTours({ ...filter, siteIds: siteFilter(caller, site) })
    return json(page, 200, nextLink(request, page.nextCursor))
  }),
})
