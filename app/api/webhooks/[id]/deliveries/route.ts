import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listDeliveries } from '@/lib/downstream/queries'
import { listDeliveriesOperation } from '../../../downstream-operations'
import { nextLink } from '../../../paging'
import { knownWebhook } from '../../known-webhook'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listDeliveriesOperation, async ({ caller, params, query, request }) => {
    const { id } = await knownWebhook(caller, params.id)
    const list = await listDeliveries(id, query)
    return json(list, 200, nextLink(request, list.nextCursor))
  }),
})
