import { randomUUID } from 'node:crypto'
import { Pool } from 'undici'
import { drawBaskets } from '@/simulate/draw-baskets'
import { orderOfBasket } from '@/simulate/order-of-basket'
import type { House } from './open-house'

export const ORDERS_PER_SECOND = 5
export const EVENTS_PER_SECOND = 100
export const SITE = 'GROCERY-1'
export const BATCHED = 'application/cloudevents-batch+json'

/** Begins `perSecond` of them every second, however long one takes. @returns milliseconds of each */
export async function steadily(
  perSecond: number,
  seconds: number,
  one: (number: number) => Promise<void>,
): Promise<number[]> {
  const start = performance.now()
  return Promise.all(
    Array.from({ length: perSecond * seconds }, async (_, number) => {
      const due = start + (number * 1_000) / perSecond
      await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
      const began = performance.now()
      await one(number)
      return performance.now() - began
    }),
  )
}

/** Posts a body; throws when the answer is none of those expected. */
export async function send(
  pool: Pool,
  house: House,
  path: string,
  headers: Record<string, string>,
  body: unknown,
  expected: number[],
): Promise<number> {
  const answer = await pool.request({
    path,
    method: 'POST',
    headers: { authorization: `Bearer ${house.key}`, ...headers },
    body: JSON.stringify(body),
  })
  await answer.body.dump()
  if (!expected.includes(answer.statusCode)) throw new Error(`${path} answered ${answer.statusCode}`)
  return answer.statusCode
}

export const SKUS = drawBaskets(400, 2).flatMap(({ items }) => items.map(([sku]) => sku))
export const received = (number: number, sku = SKUS[number % SKUS.length]) => ({
  specversion: '1.0',
  id: randomUUID(),
  source: '/bench/peak',
  type: 'stowline.inventory.received.v1',
  data: { site: SITE, sku, quantity: 1, bin: binOf(number), observedAt: new Date().toISOString() },
})
const binOf = (number: number): string =>
  `A${String((number % 14) + 1).padStart(2, '0')}-${String((number % 24) + 1).padStart(2, '0')}-A1`

export const someOrders = (): object[] =>
  drawBaskets(2_000, 1).map((basket, number) => orderOfBasket(basket, number, SITE))

/** Orders at a steady rate. @returns milliseconds of each */
export async function placeSteadily(house: House, orders: object[], seconds: number): Promise<number[]> {
  const pool = new Pool(house.url, { connections: 16, pipelining: 1 })
  const times = await steadily(ORDERS_PER_SECOND, seconds, async (number) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    await send(pool, house, '/api/orders', headers, orders[number % orders.length], [201, 202, 409])
  })
  await pool.close()
  return times
}

/** Orders and events a second of a busy hour: 100,000 events a day, and ten times that. */
export const USUAL = { orders: 1, events: 12 }

type Kind = 'orders' | 'events'
/** What came of each request; without a listener the first one that fails ends the load. */
type Heard = { onAnswer?: (kind: Kind, ms: number) => void; onFailure?: (kind: Kind, error: unknown) => void }

/** Orders and events as they usually come, until stopped. */
export function usualLoad(house: House, rates: Record<Kind, number>, { onAnswer, onFailure }: Heard = {}) {
  const pool = new Pool(house.url, { connections: 16, pipelining: 1 })
  const orders = someOrders()
  const taken = { orders: 0, events: 0 }
  let isOver = false
  const flow = async (kind: Kind, one: (n: number) => Promise<unknown>) => {
    for (let second = 0; !isOver; second++)
      await steadily(rates[kind], 1, async (number) => {
        if (isOver) return
        const began = performance.now()
        try {
          await one(second * rates[kind] + number)
          onAnswer?.(kind, performance.now() - began)
          taken[kind]++
        } catch (error) {
          if (!onFailure) throw error
          onFailure(kind, error)
        }
      })
  }
  const flows = Promise.all([
    flow('orders', (number) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
      return send(pool, house, '/api/orders', headers, orders[number % orders.length], [201, 202, 409])
    }),
    flow('events', (number) =>
      send(pool, house, '/api/events', { 'content-type': BATCHED }, [received(number)], [202, 429]),
    ),
  ])
  // Told by `stop`.
  flows.catch(() => {})
  return {
    taken,
    async stop() {
      isOver = true
      await flows
      await pool.close()
    },
  }
}
