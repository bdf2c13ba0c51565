import { randomUUID } from 'node:crypto'
import { busyness } from './busyness'
import { openApi } from './call-api'
import { drawBaskets, readBaskets } from './draw-baskets'
import { orderOfBasket } from './order-of-basket'
import { placeBasket } from './place-basket'
import { nextArrivalSeconds, seededRandom } from './random'
import type { Settings } from './settings'

const MEAN_PER_SECOND = 0.1
/** Of the mean, also at night: a demo is looked at in any time zone. */
const LEAST_BUSY = 0.6

/**
 * The demo's gentle traffic: about six orders a minute, more in the hours in which the real baskets were bought.
 * Endless and silent; ends when stdin closes, which is when the house does.
 */
export async function keepBusy({ url, key, site, seed }: Settings): Promise<void> {
  process.stdin.resume().on('close', () => process.exit(0))
  const callApi = openApi(url, key)
  const run = randomUUID().slice(0, 8)
  const random = seededRandom(seed)
  const all = readBaskets()
  const factors = busyness(all)
  const baskets = drawBaskets(all.length, seed)
  for (let number = 0; ; number++) {
    const perSecond = MEAN_PER_SECOND * Math.max(LEAST_BUSY, factors[new Date().getHours()] ?? 1)
    await new Promise((resolve) => setTimeout(resolve, nextArrivalSeconds(perSecond, random) * 1000))
    const basket = baskets[number % baskets.length]
    if (basket) await placeBasket(callApi, orderOfBasket(basket, number, site, run), randomUUID())
  }
}
