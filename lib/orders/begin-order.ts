import { createHash, randomInt } from 'node:crypto'
import { statement } from '@/lib/platform/db'
import { oneLineEachSku } from './rules/one-line-each-sku'
import type { Shortage } from './rules/order-answers'
import type { OrderRequest } from './schema'

/** Who asks, under which Idempotency-Key: keys of different clients never meet. */
export type Client = { clientId: string; key: string; traceparent: string | null }

export type BegunOrder = {
  orderNumber: string
  siteId: string
  totalMinor: number
  currency: string
  createdAt: Date
  chargeAttempts: number
  stepDueSeconds: Partial<Record<string, number>>
}

export type Beginning =
  | ({ outcome: 'begun' } & BegunOrder)
  | { outcome: 'replay'; status: number; body: string; location: string | null }
  | { outcome: 'short'; orderNumber: string; shortages: Shortage[] }
  | { outcome: 'unknown-skus'; skus: string[] }
  | { outcome: 'in-flight' | 'key-reused' | 'unknown-site' }

/** A request that has not answered by then has died: the provider's deadline is 4 s. */
const TAKEN_MS = 30_000
/** When the sweep looks after an order whose request died. */
const SETTLE_AFTER_MS = 10_000

/**
 * Hurried first, then patient. Even a patient buyer may find rows locked: those that the floor filled between the lock and
 * the look, by a group of stock events still at work. The next look waits for that group.
 */
const TRIES = [false, true, true, true, true, true]

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The first short transaction: idempotency row, order `confirming`, stock held from any bins; one round trip.
 * A hurried try skips rows that others are holding; only if that finds too little a patient one waits for them, so
 * "out of stock" is said only when it is true.
 */
export async function beginOrder(request: OrderRequest, client: Client): Promise<Beginning> {
  const now = new Date()
  const lines = oneLineEachSku(request.lines)
  for (const patient of TRIES) {
    const [row] = await statement<{ result: { outcome: string } }>(
      'begin-order',
      'SELECT begin_order($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19) AS result',
      [
        client.clientId,
        client.key,
        hashOf(request),
        now,
        new Date(now.getTime() + TAKEN_MS),
        new Date(now.getTime() + SETTLE_AFTER_MS),
        request.site,
        request.customer.name,
        request.customer.email,
        request.customer.phone ?? null,
        JSON.stringify(request.shipTo),
        request.payment.method,
        request.payment.token,
        lines.map((line) => line.sku),
        lines.map((line) => line.quantity),
        orderSuffix(),
        client.traceparent,
        patient,
        request.customer.language ?? null,
      ],
    )
    const result = row?.result
    if (!result) throw new Error('begin_order gave no answer')
    if (result.outcome === 'begun') {
      return { ...(result as object), siteId: request.site, createdAt: now, chargeAttempts: 1 } as Beginning
    }
    if (result.outcome !== 'contended') return result as Beginning
  }
  throw new Error('a patient buyer was told again and again that stock is contended')
}

// The parsed body, so that white space and member order do not make another request of it.
const hashOf = (request: OrderRequest): Buffer =>
  createHash('sha256').update(JSON.stringify(request)).digest()

// Four random characters: a number cannot be guessed, and never meets an old key at the provider after a restore.
const orderSuffix = (): string => Array.from({ length: 4 }, () => CROCKFORD[randomInt(32)]).join('')
