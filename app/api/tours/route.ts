import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listTours } from '@/lib/picking/list-tours'
import { nextLink, siteFilter } from '../paging'
import { listToursOperation } from '../picking-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listToursOperation, async ({ request, caller, query }) => {
    const { site, since, until, ...filter } = query
    const page = await listTours({
      ...{ ...filter, siteIds: siteFilter(caller, site) },
      since: since === undefined ? undefined : new Date(since),
      until: until === undefined ? undefined : new Date(until),
    })
    return json(page, 200, nextLink(request, page.nextCursor))
  }),
})
