import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listRunningOut } from '@/lib/replenishment/list-running-out'
import { listRunningOutOperation } from '../../replenishment-operations'
import { standingSite } from '../../sites/standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listRunningOutOperation, async ({ caller, query }) =>
    json({ items: await listRunningOut(await standingSite(caller, query.site)) }),
  ),
})
