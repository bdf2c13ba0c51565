import { json, notFound, refuse } from '@/app/answers'
import type { Visit } from '@/app/door'
import { findOrder, summaryOf } from '@/lib/orders/queries'
import { announce } from '@/lib/platform/realtime'
import { mayKnow } from '@/lib/sites/rules/may-enter'
import { actRecorded } from '@/lib/support/events'
import { mayChange } from './known-order'

type Done = { outcome: string } | { outcome: 'refused'; says: string }

/**
 * What every act on an order has in common: who may know of it, words when it is refused, a line in the audit log, which says
 * why when somebody gave a reason, and the order as it is then.
 * @param act given who asks, as the order remembers them
 */
export async function actOnOrder(
  { caller, params, audit }: Pick<Visit<unknown, unknown>, 'caller' | 'params' | 'audit'>,
  reason: string | null,
  act: (orderNumber: string, by: string) => Promise<Done>,
): Promise<Response> {
  const { orderNumber = '' } = params
  const order = await findOrder(orderNumber)
  if (!order || !mayKnow(caller, order.siteId)) notFound(`No order ${orderNumber}.`)
  mayChange(order)
  const done = await act(orderNumber, caller.kind === 'person' ? caller.name : caller.clientId)
  const subject = reason === null ? orderNumber : `${orderNumber}: ${reason}`
  const isRefused = 'says' in done || done.outcome === 'another-operation'
  await audit({ subject, siteId: order.siteId, outcome: isRefused ? 'refused' : 'allowed' })
  if ('says' in done) refuse({ status: 409, title: 'Not now', detail: done.says })
  if (done.outcome === 'another-operation')
    refuse({ status: 422, title: 'Another operation', detail: 'This operation did something else before.' })
  const after = await findOrder(orderNumber)
  if (!after) throw new Error(`order ${orderNumber} is gone`)
  const { siteId: site, version } = after
  announce({ site, topic: 'orders', event: actRecorded, id: orderNumber, version })
  return json(summaryOf(after), done.outcome === 'cancelling' ? 202 : 200)
}
