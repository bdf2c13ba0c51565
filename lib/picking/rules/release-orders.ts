/** Carts to look ahead: among these orders is enough to choose from, and the others are not yet urgent. */
const CARTS_AHEAD = 3

/**
 * Which of the waiting orders, the most urgent first, may go onto the next cart. What somebody has expedited, or what is
 * late, goes before the rest as soon as it fills a cart by itself; else the rest may fill it up.
 */
export function releaseOrders<Order extends { totes: number; isUrgent: boolean }>(
  orders: Order[],
  cartTotes: number,
): Order[] {
  const urgent = orders.filter(({ isUrgent }) => isUrgent)
  const totes = urgent.reduce((sum, order) => sum + order.totes, 0)
  const pool = totes >= cartTotes ? urgent : orders
  let room = CARTS_AHEAD * cartTotes
  return pool.filter((order, at) => {
    room -= order.totes
    return at === 0 || room >= 0
  })
}
