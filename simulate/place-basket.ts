import { z } from 'zod'
import type { CallApi } from './call-api'

const AGAIN_MS = 500
const TRIES = 240

const numberSchema = z.object({ orderNumber: z.string() })
const shortSchema = z.object({ errors: z.array(z.object({ sku: z.string() })).min(1) })

/** What became of a basket, as its client heard it. */
export type Placed =
  | { outcome: 'placed' | 'confirming'; orderNumber: string }
  | { outcome: 'out-of-stock'; skus: string[] }
  | { outcome: 'declined' }
  | { outcome: 'refused'; status: number }
  | { outcome: 'unanswered' }

/**
 * Sends an order until it is answered, always under the same key: a lost answer, a request in flight, too many
 * requests and a broken server are tried again for two minutes.
 */
export async function placeBasket(callApi: CallApi, order: unknown, idempotencyKey: string): Promise<Placed> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const answer = await callApi('POST', '/api/orders', order, idempotencyKey).catch(() => undefined)
    const placed = answer && heard(answer.status, answer.body)
    if (placed) return placed
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
  return { outcome: 'unanswered' }
}

function heard(status: number, body: unknown): Placed | undefined {
  if (status === 201) return { outcome: 'placed', orderNumber: numberSchema.parse(body).orderNumber }
  if (status === 202) return { outcome: 'confirming', orderNumber: numberSchema.parse(body).orderNumber }
  if (status === 402) return { outcome: 'declined' }
  if (status === 409) {
    const short = shortSchema.safeParse(body)
    return short.success
      ? { outcome: 'out-of-stock', skus: short.data.errors.map(({ sku }) => sku) }
      : undefined
  }
  return status === 429 || status >= 500 ? undefined : { outcome: 'refused', status }
}
