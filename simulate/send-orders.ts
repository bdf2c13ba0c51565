import type { Client } from './client/open-client'
import { drawBaskets } from './draw-baskets'
import { orderOfBasket } from './order-of-basket'
import { type Placed, placeBasket } from './place-basket'
import { nextArrivalSeconds, seededRandom } from './random'
import type { Settings } from './settings'

const MOST_IN_FLIGHT = 64

export type Sent = { email: string; placed: Placed; answerMs: number }

/**
 * Places baskets as they would come: an open stream of arrivals that does not slow down when the server does, but for
 * a bound on what is in flight at once.
 * @param run makes the idempotency keys and addresses of this run its own
 */
export async function sendOrders(
  client: Client,
  { orders, perSecond, seed, site }: Settings,
  run: string,
  onAnswer: (sent: Sent) => void,
): Promise<void> {
  const baskets = drawBaskets(orders, seed)
  const random = seededRandom(seed)
  const inFlight = new Set<Promise<void>>()
  let dueMs = performance.now()
  for (const [number, basket] of baskets.entries()) {
    dueMs += nextArrivalSeconds(perSecond, random) * 1000
    const waitMs = dueMs - performance.now()
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
    if (inFlight.size >= MOST_IN_FLIGHT) await Promise.race(inFlight)
    const order = orderOfBasket(basket, number, site, run)
    const startedAt = performance.now()
    const sending = placeBasket(client, order, `${run}-${number}`).then((placed) => {
      inFlight.delete(sending)
      onAnswer({ email: order.customer.email, placed, answerMs: performance.now() - startedAt })
    })
    inFlight.add(sending)
  }
  await Promise.all(inFlight)
}
