import { statement } from '@/lib/platform/db'
import type { DeadLetterKind } from './schema'

export type Death = {
  /** What died; dying again is the same letter. */
  key: string
  kind: DeadLetterKind
  siteId: string | null
  queue: string
  subject: string
  payload: object
  error: string
  attempts: number
  /** This death among those of the letter: noted once. */
  death: string
}

const ERROR_CHARACTERS = 2_000

/**
 * Keeps work that was given up, with its payload, error and history. A letter that was replayed and died again is dead
 * again; the same death twice changes nothing. A payload that a person has corrected stays as they wrote it, and what a
 * person has laid aside stays there, however often a sweep lets it die.
 */
const KEEP = `
INSERT INTO dead_letter (id, key, kind, site_id, queue, subject, payload, error, attempts, history, created_at, updated_at)
VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8,
  jsonb_build_array(jsonb_build_object('at', $9::text, 'what', 'died', 'error', $7::text, 'death', $10::text)), now(), now())
ON CONFLICT (key) DO UPDATE SET state = 'dead', error = excluded.error, replay_at = NULL, updated_at = now(),
  attempts = greatest(excluded.attempts, dead_letter.attempts + 1), history = dead_letter.history || excluded.history
WHERE dead_letter.state <> 'discarded' AND NOT dead_letter.history @> jsonb_build_array(jsonb_build_object('death', $10::text))
RETURNING id`

export async function keepDeadLetter(death: Death): Promise<{ outcome: 'kept' | 'known' }> {
  const rows = await statement('keep-dead-letter', KEEP, [
    death.key,
    death.kind,
    death.siteId,
    death.queue,
    death.subject,
    JSON.stringify(death.payload),
    death.error.slice(0, ERROR_CHARACTERS),
    death.attempts,
    new Date().toISOString(),
    death.death,
  ])
  return { outcome: rows.length > 0 ? 'kept' : 'known' }
}
