import { randomUUID } from 'node:crypto'
import { busyness } from './busyness'
import { openClient } from './client/open-client'
import { rideBoxes } from './conveyor/ride-boxes'
import { drawBaskets, readBaskets } from './draw-baskets'
import { orderOfBasket } from './order-of-basket'
import { pickTours } from './pick-tours'
import { placeBasket } from './place-basket'
import { nextArrivalSeconds, seededRandom } from './random'
import { runStore } from './run-store'
import type { Settings } from './settings'

const MEAN_PER_SECOND = 0.1
/** Of the mean, also at night: a demo is looked at in any time zone. */
const LEAST_BUSY = 0.6
const ORDERS_A_RECEIPT = 2
/** So few, and so much faster than people, that they keep up with the orders and the map stays readable. */
const PICKERS = 4
const PICKING_PACE = 6
/** Two carts are always there for whoever signs in as a picker. */
const LISTS_LEFT = 16

/**
 * The demo's gentle traffic: about six orders and three till receipts a minute, more in the hours in which the real
 * baskets were bought, pickers who walk for them, and the belt on which their totes and parcels ride.
 * Endless and silent; ends when stdin closes, which is when the house does.
 */
export async function keepBusy({ url, key, site, seed }: Settings): Promise<void> {
  process.stdin.resume().on('close', () => process.exit(0))
  const client = openClient({ url, key })
  const run = randomUUID().slice(0, 8)
  const store = runStore(client, site, run)
  const random = seededRandom(seed)
  const onPicked = (items: { sku: string; quantity: number }[]) => void store.deliver(items)
  // A site without a belt still picks.
  const boxes = await rideBoxes({ url, key, site, random }).catch(() => undefined)
  pickTours(client, {
    site,
    crew: 'Demo picker',
    pickers: PICKERS,
    pace: PICKING_PACE,
    random,
    leaves: LISTS_LEFT,
    onPicked,
    onDone: (totes) => boxes?.bring(totes),
  })
  const all = readBaskets()
  const factors = busyness(all)
  const baskets = drawBaskets(all.length, seed)
  for (let number = 0; ; number++) {
    const perSecond = MEAN_PER_SECOND * Math.max(LEAST_BUSY, factors[new Date().getHours()] ?? 1)
    await new Promise((resolve) => setTimeout(resolve, nextArrivalSeconds(perSecond, random) * 1000))
    const basket = baskets[number % baskets.length]
    if (!basket) continue
    const order = orderOfBasket(basket, number, site, run)
    await placeBasket(client, order, randomUUID())
    // What somebody has bought on line, somebody else buys at the till.
    if (number % ORDERS_A_RECEIPT === 0) await store.sell(order.lines)
  }
}
