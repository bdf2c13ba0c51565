import { notFound } from '@/app/answers'
import type { Visit } from '@/app/door'
import { findOrder } from '@/lib/orders/queries'
import { mayKnow } from '@/lib/sites/rules/may-enter'

/** The order of the address, if the caller may know of it; who they are as the order remembers them. */
export async function knownOrder({ caller, params }: Pick<Visit<unknown, unknown>, 'caller' | 'params'>) {
  const { orderNumber = '' } = params
  const order = await findOrder(orderNumber)
  if (!order || !mayKnow(caller, order.siteId)) notFound(`No order ${orderNumber}.`)
  const by = caller.kind === 'person' ? caller.name : 'A machine'
  return { order, by, about: { orderNumber, site: order.siteId, version: order.version } }
}
