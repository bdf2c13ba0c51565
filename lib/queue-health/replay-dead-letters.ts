import { statement } from '@/lib/platform/db'
import type { DeadLetterKind } from './schema'
import { sendDueReplays } from './send-due-replays'

export type LetterFilter = {
  ids?: string[]
  kind?: DeadLetterKind
  queue?: string
  siteIds: string[] | 'all'
}

const MOST = 100_000

/**
 * Has the dead letters that fit tried again, oldest first, so many a second; those that are due at once go at once, the
 * rest with the watcher's beat. A letter that is being replayed, was replayed or discarded is left alone.
 * @param by who asked, for the letters' history
 */
export async function replayDeadLetters(
  filter: LetterFilter,
  ratePerSecond: number,
  by: string,
): Promise<{ replaying: number; lastDueAt: Date | null }> {
  const rows = await statement<{ replay_at: Date }>(
    'replay-dead-letters',
    `WITH chosen AS (
       SELECT id, row_number() OVER (ORDER BY created_at, id) - 1 AS place FROM (
         SELECT id, created_at FROM dead_letter
          WHERE state = 'dead' AND ($1::uuid[] IS NULL OR id = ANY($1)) AND ($2::text IS NULL OR kind = $2)
            AND ($3::text IS NULL OR queue = $3) AND ($4::text[] IS NULL OR site_id IS NULL OR site_id = ANY($4))
          ORDER BY created_at, id LIMIT ${MOST} FOR UPDATE SKIP LOCKED) fitting
     )
     UPDATE dead_letter d SET state = 'replaying', replays = replays + 1, updated_at = now(),
       replay_at = now() + place / $5::float8 * interval '1 second',
       history = history || jsonb_build_array(jsonb_build_object('at', $6::text, 'what', 'replay asked for', 'by', $7::text))
     FROM chosen WHERE d.id = chosen.id RETURNING replay_at`,
    [
      filter.ids ?? null,
      filter.kind ?? null,
      filter.queue ?? null,
      filter.siteIds === 'all' ? null : filter.siteIds,
      ratePerSecond,
      new Date().toISOString(),
      by,
    ],
  )
  await sendDueReplays()
  const last = rows.reduce<Date | null>(
    (latest, { replay_at }) => (latest && latest > replay_at ? latest : replay_at),
    null,
  )
  return { replaying: rows.length, lastDueAt: last }
}
