import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findQueue, listQueues } from '@/lib/queue-health/queries'
import { siteFilter } from '../../paging'
import { showQueueOperation } from '../../queue-health-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showQueueOperation, async ({ caller, query, params }) => {
    const { name = '' } = params
    // Who names no site means the first of theirs that has the queue.
    const { items } = await listQueues(siteFilter(caller, query.site))
    const site = items.find((queue) => queue.name === name)?.site
    const found = site === undefined ? null : await findQueue(site, name, new Date())
    return json(found ?? notFound(`No queue ${name}.`))
  }),
})
