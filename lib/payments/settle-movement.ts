import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { type Closing, closeMovement } from './close-movement'
import { BusyProviderError } from './errors'
import { movementDone, movementRefused } from './events'
import { findProvider } from './find-provider'
import { retryDelayMs } from './rules/retry-delay'
import type { MovementRequest } from './schema'

const TIMEOUT_MS = 4_000
/** While one worker asks the provider, no other does. */
const CLAIM_MS = 15_000

type Claimed = {
  kind: MovementRequest['kind']
  order_number: string
  site_id: string
  amount_minor: number
  currency: string
  provider: string
  attempts: number
  authorisation: string
}

/**
 * Asks the provider for an owed movement and closes it with its entries. Safe to run at any time and any number of
 * times: the claim lets one worker in, the id is the provider's idempotency key, `close_movement` decides once. An
 * order's movements go in the order in which they were owed, so that a void never overtakes a capture.
 * @returns `owed` when the outcome is not known, or it is not its turn
 */
export async function settleMovement(id: string): Promise<{ outcome: 'done' | 'refused' | 'owed' }> {
  const now = new Date()
  const [claimed] = await statement<Claimed>('claim-movement', CLAIM, [
    id,
    new Date(now.getTime() + CLAIM_MS),
    now,
  ])
  if (!claimed) return { outcome: await stateOf(id) }
  const { kind, order_number: orderNumber, amount_minor: amountMinor, currency, authorisation } = claimed
  const request = { id, orderNumber, kind, amountMinor, currency, authorisation }
  try {
    const provider = await findProvider(claimed.provider)
    const answer = await provider.move(request, TIMEOUT_MS)
    const refused = answer.outcome === 'refused' ? answer.reason : null
    const reference = answer.outcome === 'done' ? answer.reference : null
    await close(id, claimed, { state: answer.outcome, reference, refused })
    return { outcome: answer.outcome }
  } catch (error) {
    await owe(id, claimed.attempts, error)
    return { outcome: 'owed' }
  }
}

const CLAIM = `
  UPDATE payment_movement m SET due_at = $2, attempts = attempts + 1 FROM payment
   WHERE m.id = $1 AND m.state = 'owed' AND m.due_at <= $3 AND payment.order_number = m.order_number
     AND NOT EXISTS (SELECT FROM payment_movement earlier
                      WHERE earlier.order_number = m.order_number AND earlier.state = 'owed' AND earlier.seq < m.seq)
  RETURNING m.kind, m.order_number, m.site_id, m.amount_minor, m.currency, m.provider, m.attempts,
            payment.reference AS authorisation`

async function close(id: string, { site_id: site, order_number }: Claimed, closing: Closing): Promise<void> {
  const seq = await closeMovement(id, closing, new Date())
  if (seq === null) return
  const event = closing.state === 'done' ? movementDone : movementRefused
  announce({ site, topic: 'orders', event, id: order_number, version: Number(seq) })
}

async function owe(id: string, attempts: number, error: unknown): Promise<void> {
  const waitMs = error instanceof BusyProviderError ? error.retryAfterMs : retryDelayMs(attempts)
  await statement(
    'owe-movement-again',
    `UPDATE payment_movement SET due_at = $2, last_error = $3 WHERE id = $1 AND state = 'owed'`,
    [id, new Date(Date.now() + waitMs), error instanceof Error ? error.message : String(error)],
  )
}

async function stateOf(id: string): Promise<'done' | 'refused' | 'owed'> {
  const [row] = await statement<{ state: 'done' | 'refused' | 'owed' }>(
    'movement-state',
    'SELECT state FROM payment_movement WHERE id = $1',
    [id],
  )
  if (!row) throw new Error(`there is no movement ${id}`)
  return row.state
}
