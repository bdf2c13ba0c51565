import { FORGOTTEN_AT_ONCE, forgetInBatches, KEPT_MONTHS } from '@/lib/platform/forget-in-batches'

// One that is not sent yet is owed, however old.
const OLD = `
DELETE FROM mail WHERE id IN (
  SELECT id FROM mail WHERE created_at < $1::timestamptz - interval '${KEPT_MONTHS} months' AND state <> 'sending'
   ORDER BY created_at LIMIT ${FORGOTTEN_AT_ONCE}
) RETURNING 1`

/** Forgets mails that were sent or refused more than 13 months ago, with their addresses. Done twice, it finds none. */
export function forgetOldMails(now: Date): Promise<{ forgotten: number }> {
  return forgetInBatches('forget-old-mails', OLD, [now])
}
