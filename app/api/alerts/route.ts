import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listAlerts } from '@/lib/queue-health/queries'
import { nextLink, siteFilter } from '../paging'
import { listAlertsOperation } from '../queue-health-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listAlertsOperation, async ({ request, caller, query }) => {
    const { site, ...filter } = query
    const list = await listAlerts({ ...filter, siteIds: siteFilter(caller, site) })
    return json(list, 200, nextLink(request, list.nextCursor))
  }),
})
