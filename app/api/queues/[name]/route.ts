import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findQueue } from '@/lib/queue-health/queries'
import { siteFilter } from '../../paging'
import { showQueueOperation } from '../../queue-health-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showQueueOperation, async ({ caller, query, params }) => {
    const { name = '' } = params
    const found = await findQueue(siteFilter(caller, query.site), name, new Date())
    return json(found ?? notFound(`No queue ${name}.`))
  }),
})
