import { randomUUID } from 'node:crypto'
import { percentile } from '@/bench/tables'
import { orderOf } from '@/e2e/fixtures/machine'
import type { Ground } from './open-ground'

const AGAIN_MS = 1_000
const PATIENCE_MS = 120_000

/** Orders on their way; `numbers` are those that were placed. */
export type Sending = {
  numbers: string[]
  /** Of orders that were answered at the first attempt. */
  latenciesMs: number[]
  /** Attempts beyond the first: the same key and body, as the contract asks for. */
  repeated: number
  stop: () => Promise<void>
}

/**
 * Sends orders at a steady rate, each at its time whether or not those before it were answered, until stopped. An
 * order that gets no answer or a 5xx is sent again with its key until it is placed.
 */
export function sendOrders(ground: Pick<Ground, 'shop'>, perSecond: number, skus: string[]): Sending {
  const under = new Set<Promise<void>>()
  let sent = 0
  const sending: Sending = { numbers: [], latenciesMs: [], repeated: 0, stop }
  const timer = setInterval(() => {
    const one = place(ground, skus[sent++ % skus.length] ?? '', sending).finally(() => under.delete(one))
    one.catch(() => {})
    under.add(one)
  }, 1000 / perSecond)
  async function stop(): Promise<void> {
    clearInterval(timer)
    await Promise.all(under)
  }
  return sending
}

/** Sends so many orders as fast as so many clients can, and waits until all are placed. */
export async function sendBurst(
  ground: Ground,
  orders: number,
  clients: number,
  skus: string[],
): Promise<Sending> {
  const sending: Sending = { numbers: [], latenciesMs: [], repeated: 0, stop: async () => {} }
  let next = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let number = next++; number < orders; number = next++)
        await place(ground, skus[number % skus.length] ?? '', sending)
    }),
  )
  return sending
}

async function place({ shop }: Pick<Ground, 'shop'>, sku: string, sending: Sending): Promise<void> {
  const key = randomUUID()
  const body = orderOf(shop.site, sku)
  const began = performance.now()
  for (let attempt = 0; ; attempt++) {
    const answer = await shop.place(body, key).catch(() => undefined)
    if (answer?.status === 201) {
      const { orderNumber } = (await answer.json()) as { orderNumber: string }
      sending.numbers.push(orderNumber)
      if (attempt === 0) sending.latenciesMs.push(performance.now() - began)
      return
    }
    // 409: our own earlier attempt is still in flight.
    if (answer && answer.status < 500 && ![409, 429].includes(answer.status))
      throw new Error(`an order answers ${answer.status}: ${await answer.text()}`)
    if (performance.now() - began > PATIENCE_MS) throw new Error('an order was not placed within two minutes')
    sending.repeated++
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}

/** The median of unsorted values. */
export const p50 = (values: number[]): number =>
  percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
