import { notFound, refuse } from '@/app/answers'
import type { Visit } from '@/app/door'
import { findOrder } from '@/lib/orders/queries'
import { mayKnow } from '@/lib/sites/rules/may-enter'

/** The order of the address, if the caller may know of it; who they are as the order remembers them. */
export async function knownOrder({ caller, params }: Pick<Visit<unknown, unknown>, 'caller' | 'params'>) {
  const { orderNumber = '' } = params
  const order = await findOrder(orderNumber)
  if (!order || !mayKnow(caller, order.siteId)) notFound(`No order ${orderNumber}.`)
  mayChange(order)
  const by = caller.kind === 'person' ? caller.name : 'A machine'
  return { order, by, about: { orderNumber, site: order.siteId, version: order.version } }
}

/** Refuses what would change an archived order: it is read only. */
export function mayChange({ number, archived }: { number: string; archived: unknown }): void {
  if (!archived) return
  const detail = `Order ${number} was over long ago and is archived: it can be read, but not changed.`
  refuse({ status: 409, title: 'Archived', detail })
}
