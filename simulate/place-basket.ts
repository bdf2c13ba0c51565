import type { paths } from './client/api-types'
import type { Client, Problem } from './client/open-client'

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 4_000
const PATIENCE_MS = 120_000

export type Order = paths['/api/orders']['post']['requestBody']['content']['application/json']

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
export async function placeBasket(client: Client, order: Order, idempotencyKey: string): Promise<Placed> {
  const params = { header: { 'Idempotency-Key': idempotencyKey } }
  const endMs = performance.now() + PATIENCE_MS
  let waitMs = FIRST_WAIT_MS
  while (performance.now() < endMs) {
    const answer = await client.POST('/api/orders', { params, body: order }).catch(() => undefined)
    const placed = answer && heard(answer)
    if (placed) return placed
    await new Promise((resolve) => setTimeout(resolve, waitMs))
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
  }
  return { outcome: 'unanswered' }
}

type Heard = {
  data?: { status: 'placed' | 'confirming'; orderNumber: string }
  error?: Problem
  response: Response
}

// A 409 without errors is the same key in flight; undefined means: try again.
function heard({ data, error, response: { status } }: Heard): Placed | undefined {
  if (data) return { outcome: data.status, orderNumber: data.orderNumber }
  if (status === 402) return { outcome: 'declined' }
  if (status === 409) {
    const skus = error?.errors?.flatMap(({ sku }) => (typeof sku === 'string' ? [sku] : [])) ?? []
    return skus.length > 0 ? { outcome: 'out-of-stock', skus } : undefined
  }
  return status === 429 || status >= 500 ? undefined : { outcome: 'refused', status }
}
