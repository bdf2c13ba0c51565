import { statement } from '@/lib/platform/db'
import { closeDeadLetter } from '@/lib/queue-health/close-dead-letter'
import { letterKeyOf } from './rules/letter-key'

/** What is owed already is due now; what was given up or delivered is owed anew, with all its attempts before it. */
const RETRY = `
UPDATE webhook_delivery SET state = 'owed', attempts = CASE state WHEN 'owed' THEN attempts ELSE 0 END, due_at = now(), delivered_at = NULL
 WHERE id = $1 AND ($2::uuid IS NULL OR endpoint_id = $2) RETURNING id`

/**
 * Sends a delivery again as soon as may be, under the same `webhook-id`. Done twice before it is sent, it is sent once.
 * Its dead letter is closed with it; dying between the two leaves a letter whose replay does the same again.
 * @param endpointId whose it must be; null for whoever's
 * @param by who asked; null for the letter's own replay, which knows already
 */
export async function retryDelivery(
  id: string,
  endpointId: string | null,
  by: string | null,
): Promise<{ outcome: 'owed' | 'not-found' }> {
  const rows = /^\d{1,18}$/.test(id) ? await statement('retry-delivery', RETRY, [id, endpointId]) : []
  if (rows.length === 1 && by !== null) await closeDeadLetter(letterKeyOf(id), by)
  return { outcome: rows.length === 1 ? 'owed' : 'not-found' }
}
