import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listSpaceAdvice } from '@/lib/replenishment/list-space-advice'
import { listSpaceAdviceOperation } from '../../replenishment-operations'
import { standingSite } from '../../sites/standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listSpaceAdviceOperation, async ({ caller, query }) =>
    json({ items: await listSpaceAdvice(await standingSite(caller, query.site)) }),
  ),
})
