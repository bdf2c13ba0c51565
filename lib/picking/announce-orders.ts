import { announce } from '@/lib/platform/realtime'
import { orderPicked } from './events'

/** Tells the screens of a site that picking got on with these orders, after the commit. */
export function announceOrders(site: string, orderNumbers: Iterable<string>, version: number): void {
  for (const id of orderNumbers) announce({ site, topic: 'orders', event: orderPicked, id, version })
}
