import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listReconciliations } from '@/lib/payments/queries'
import { nextLink } from '../../paging'
import { listReconciliationsOperation } from '../../payments-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listReconciliationsOperation, async ({ request, query }) => {
    const page = await listReconciliations(query.limit, query.cursor)
    return json(page, 200, nextLink(request, page.nextCursor))
  }),
})
