import type { PoolClient } from 'pg'
import type { OwedMovement } from './schema'

export type Owing = { outcome: 'owed' | 'known' | 'no-payment' } | { outcome: 'too-much'; leftMinor: number }

/**
 * Owes a movement of money in the caller's transaction, with its outbox event; by the same id again, nothing (`known`).
 * `too-much`: beyond what is reserved (a capture, a void) or captured (a refund), what is still owed included.
 * The caller calls `wakeNightShift` after its commit.
 */
export async function oweMovement(client: PoolClient, movement: OwedMovement): Promise<Owing> {
  const { id, orderNumber, site, kind, reason = null, askedBy = null, traceparent = null } = movement
  const amountMinor = movement.kind === 'void' ? null : movement.amountMinor
  const values = [id, orderNumber, site, kind, amountMinor, reason, askedBy, traceparent, new Date()]
  const text = 'SELECT owe_movement($1,$2,$3,$4,$5,$6,$7,$8,$9) AS result'
  const { rows } = await client.query<{ result: Owing }>({ name: 'owe-movement', text, values })
  const [row] = rows
  if (!row) throw new Error('owe_movement gave no answer')
  return row.result
}
