import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listPickers } from '@/lib/picking/reassign-tour'
import { knownSite } from '../../paging'
import { listPickersOperation } from '../../picking-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listPickersOperation, async ({ caller, query }) =>
    json({ items: await listPickers(knownSite(caller, query.site)) }),
  ),
})
