import { z } from 'zod'
import type { CallApi } from './call-api'

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 4_000
const PATIENCE_MS = 120_000

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
  const endMs = performance.now() + PATIENCE_MS
  let waitMs = FIRST_WAIT_MS
  while (performance.now() < endMs) {
    const answer = await callApi('POST', '/api/orders', order, idempotencyKey).catch(() => undefined)
    const placed = answer && heard(answer.status, answer.body)
    if (placed) return placed
    const pauseMs = Math.max(waitMs, answer?.retryAfterMs ?? 0)
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
  }
  return { outcome: 'unanswered' }
}

// A 409 without errors is the same key in flight; undefined means: try again.
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
