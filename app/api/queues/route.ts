import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listQueues } from '@/lib/queue-health/queries'
import { siteFilter } from '../paging'
import { listQueuesOperation } from '../queue-health-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listQueuesOperation, async ({ caller, query }) =>
    json(await listQueues(siteFilter(caller, query.site))),
  ),
})
