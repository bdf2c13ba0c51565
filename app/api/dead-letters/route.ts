import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listDeadLetters } from '@/lib/queue-health/queries'
import { nextLink, siteFilter } from '../paging'
import { listDeadLettersOperation } from '../queue-health-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listDeadLettersOperation, async ({ request, caller, query }) => {
    const { site, ...filter } = query
    const list = await listDeadLetters({ ...filter, siteIds: siteFilter(caller, site) })
    return json(list, 200, nextLink(request, list.nextCursor))
  }),
})
