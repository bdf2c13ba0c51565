import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { pool, statement } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'
import { measureDisk, openLoopWatch } from '@/lib/platform/measure-process'
import { readBuild } from '@/lib/platform/read-build'
import type { ProcessFigures } from './schema'

const BEAT_MS = 5_000

// One statement: the sign, the hour's size of the database if nobody has measured it, and what is long past.
const BEAT = `
WITH beat AS (
  INSERT INTO process_beat (id, kind, host, pid, version, commit, started_at, beat_at, figures)
  VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp(), $8)
  ON CONFLICT (id) DO UPDATE SET beat_at = excluded.beat_at, figures = excluded.figures
), measured AS (
  INSERT INTO size_sample (hour, bytes)
  SELECT date_trunc('hour', now()), pg_database_size(current_database())
  WHERE NOT EXISTS (SELECT FROM size_sample WHERE hour = date_trunc('hour', now()))
  ON CONFLICT DO NOTHING
), gone AS (DELETE FROM process_beat WHERE beat_at < now() - interval '1 day'
), old AS (DELETE FROM size_sample WHERE hour < now() - interval '1 year')
SELECT clock_timestamp() AS now`

/**
 * Gives a sign of life of this process with its figures, every five seconds.
 * @returns ends the signs and takes the last one back: what has closed in order is not missed
 */
export function beatProcess(kind: 'web' | 'night-shift'): () => Promise<void> {
  const id = randomUUID()
  const { version, commit } = readBuild()
  const startedAt = new Date(Date.now() - performance.now())
  const loop = openLoopWatch()
  let skewMs: number | null = null

  async function beat(): Promise<void> {
    const figures = { ...figuresNow(), loopLagMs: loop.p99LagMs(), skewMs } satisfies ProcessFigures
    const askedAt = Date.now()
    const values = [id, kind, hostname(), process.pid, version, commit, startedAt, JSON.stringify(figures)]
    const [row] = await statement<{ now: Date }>('beat-process', BEAT, values)
    // Half of the way there and back.
    if (row) skewMs = Math.round((askedAt + Date.now()) / 2 - row.now.getTime())
  }

  let beating = Promise.resolve()
  const beatSafely = (): void => {
    beating = beat().catch((error: unknown) => {
      logger.warn({ error }, 'no sign of life could be given')
    })
  }
  beatSafely()
  const timer = setInterval(beatSafely, BEAT_MS)
  return async () => {
    clearInterval(timer)
    loop.close()
    await beating
    await statement('end-beats', 'DELETE FROM process_beat WHERE id = $1', [id]).catch(() => {})
  }
}

function figuresNow(): Omit<ProcessFigures, 'loopLagMs' | 'skewMs'> {
  return {
    rssBytes: process.memoryUsage.rss(),
    connectionsInUse: pool.totalCount - pool.idleCount,
    waitingStatements: pool.waitingCount,
    ...measureDisk(),
  }
}
