import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listDays } from '@/lib/figures/list-days'
import { listDaysOperation } from '../day-operations'
import { onlySite } from '../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listDaysOperation, async ({ caller, query }) =>
    json({ items: await listDays(onlySite(caller, query.site), query.days, new Date()) }),
  ),
})
