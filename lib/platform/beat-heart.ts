import { statement } from './db'

/** How often a process gives a sign of life. */
export const BEAT_MS = 2_000

const startedAt = new Date()

/**
 * Gives a sign of life. A process that hangs in its work cannot, so beat from the loop that does the work. Nothing is
 * said at the end: how long ago the last sign was must be known however a process ended.
 * @param name `engine:<id>`, `relay` or `watcher`
 * @param trouble what keeps it from its work, or null
 */
export async function beatHeart(name: string, trouble: string | null): Promise<void> {
  await statement(
    'beat-heart',
    `INSERT INTO heartbeat (name, started_at, beat_at, trouble) VALUES ($1, $2, clock_timestamp(), $3)
     ON CONFLICT (name) DO UPDATE SET started_at = excluded.started_at, beat_at = excluded.beat_at, trouble = excluded.trouble`,
    [name, startedAt, trouble],
  )
}
