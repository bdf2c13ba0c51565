import { statement } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { reconciliationAsked } from './events'
import { chosenProvider } from './find-provider'

const USUAL_MS = 48 * 3_600_000

type Wanted = {
  /** Its own name, so that the same one is begun once. */
  id: string
  /** As the audit log names them, or `the night`. */
  askedBy: string
  from?: Date
  until?: Date
  now: Date
}

/** Asks the night shift to reconcile a period with the chosen provider, by default the last 48 hours; by the same id, once. */
export async function beginReconciliation({ id, askedBy, from, until, now }: Wanted): Promise<void> {
  const untilAt = until ?? now
  const fromAt = from ?? new Date(untilAt.getTime() - USUAL_MS)
  await statement('begin-reconciliation', BEGIN, [
    id,
    chosenProvider(),
    fromAt,
    untilAt,
    askedBy,
    now,
    reconciliationAsked,
  ])
  wakeNightShift()
}

const BEGIN = `
  WITH begun AS (
    INSERT INTO payment_reconciliation (id, provider, from_at, until_at, asked_by, created_at) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (id) DO NOTHING RETURNING id)
  INSERT INTO outbox_event (event_id, name, subject, data, occurred_at)
  SELECT 'reconciliation.asked:' || id, $7, id, jsonb_build_object('id', id), $6 FROM begun`
