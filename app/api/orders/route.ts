import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { placeOrder } from '@/lib/orders/place-order'
import { mayKnow } from '@/lib/sites/rules/may-enter'
import { findOrders } from '@/lib/support/queries'
import { listOrdersOperation, placeOrderOperation } from '../operations'
import { nextLink, siteFilter } from '../paging'
import { placingAnswer } from './placing-answer'
import { readIdempotencyKey } from './read-idempotency-key'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(placeOrderOperation, async ({ request, caller, body, traceparent }) => {
    const key = readIdempotencyKey(request.headers.get('idempotency-key'))
    if (!mayKnow(caller, body.site))
      refuse({ status: 404, title: 'Not Found', detail: `No site ${body.site}.` })
    return placingAnswer(await placeOrder(body, { clientId: caller.clientId, key, traceparent }), body)
  }),
  GET: door(listOrdersOperation, async ({ request, caller, query }) => {
    const { site, since, placedSince, packedSince, shippedSince, pickedSince, until, ...filter } = query
    const page = await findOrders({
      ...filter,
      siteIds: siteFilter(caller, site),
      since: momentOf(since),
      placedSince: momentOf(placedSince),
      packedSince: momentOf(packedSince),
      shippedSince: momentOf(shippedSince),
      pickedSince: momentOf(pickedSince),
      until: momentOf(until),
    })
    return json(page, 200, nextLink(request, page.nextCursor))
  }),
})

const momentOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text))
