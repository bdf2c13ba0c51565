import { statement } from '@/lib/platform/db'

/** Whoever owes the work anew, past its dead letter, has replayed it: a letter that waits for its own replay is left alone. */
const CLOSE = `
UPDATE dead_letter SET state = 'replayed', updated_at = now(),
  history = history || jsonb_build_array(jsonb_build_object('at', $2::text, 'what', 'tried again', 'by', $3::text))
WHERE key = $1 AND state = 'dead' RETURNING id`

/**
 * Closes the letter of a piece of work that a person has had tried again where it lies. Without one that is dead it
 * changes nothing; should the work die again, it is the same letter, dead again.
 * @param by who asked, for the letter's history
 */
export async function closeDeadLetter(key: string, by: string): Promise<{ outcome: 'closed' | 'not-dead' }> {
  const rows = await statement('close-dead-letter', CLOSE, [key, new Date().toISOString(), by])
  return { outcome: rows.length > 0 ? 'closed' : 'not-dead' }
}
