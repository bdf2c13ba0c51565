import { findOrdersOfBox } from '@/lib/conveyor/find-orders-of-box'
import { listOrders, type OrderFilter } from '@/lib/orders/queries'

/** Orders newest first, as `listOrders`; a query that is the label of a box finds the order in it, and nothing else. */
export async function findOrders(filter: Omit<OrderFilter, 'numbers'>): ReturnType<typeof listOrders> {
  const { query, ...others } = filter
  const numbers = query ? await findOrdersOfBox(query, filter.siteIds) : []
  return numbers.length > 0 ? listOrders({ ...others, numbers }) : listOrders(filter)
}
