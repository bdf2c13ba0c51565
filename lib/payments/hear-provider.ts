import { statement } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { movementOwed } from './events'
import { findProvider } from './find-provider'

/**
 * A webhook says that something moved. It is believed only so far that what is owed and was not answered is asked for
 * again at once: told twice, late, or in another order, it changes nothing.
 */
export async function hearProvider(
  name: string,
  text: string,
  headers: Headers,
): Promise<{ outcome: 'heard' | 'unsigned' }> {
  const provider = await findProvider(name)
  const heard = provider.readWebhook(text, headers)
  if (heard.outcome === 'unsigned') return { outcome: 'unsigned' }
  if (heard.orderNumber === null) return { outcome: 'heard' }
  const hastened = await statement('hasten-movements', HASTEN, [
    heard.orderNumber,
    name,
    new Date(),
    movementOwed,
  ])
  if (hastened.length > 0) wakeNightShift()
  return { outcome: 'heard' }
}

// One that has no error is being asked right now, or for the first time soon.
const HASTEN = `
  WITH hastened AS (
    UPDATE payment_movement SET due_at = $3
     WHERE order_number = $1 AND provider = $2 AND state = 'owed' AND last_error IS NOT NULL AND due_at > $3
    RETURNING id, order_number, site_id, kind, attempts)
  INSERT INTO outbox_event (event_id, name, site_id, subject, data, occurred_at)
  SELECT 'movement.heard:' || id || ':' || attempts, $4, site_id, order_number,
         jsonb_build_object('movementId', id, 'orderNumber', order_number, 'site', site_id, 'kind', kind), $3
    FROM hastened
  ON CONFLICT (event_id) DO NOTHING
  RETURNING event_id`
