import { statement } from '@/lib/platform/db'
import { slot } from '@/lib/platform/slot'
import type { EngineFacts } from './rules/queue-facts'

/** The youngest sign of life of an engine or relay, how much it has before it, and which orders still wait for it. */
const MEASURE = `
SELECT
  (SELECT extract(epoch FROM now() - max(beat_at))::float8 FROM heartbeat WHERE name = 'relay' OR name LIKE 'engine:%') AS silent_seconds,
  (SELECT extract(epoch FROM now() - min(started_at))::float8 FROM heartbeat
    WHERE (name = 'relay' OR name LIKE 'engine:%') AND beat_at > now() - interval '8 seconds') AS up_seconds,
  (SELECT trouble FROM heartbeat WHERE name = 'relay' AND beat_at > now() - interval '8 seconds') AS trouble,
  (SELECT count(*)::int FROM outbox_event WHERE relayed_at IS NULL) AS unsaid,
  (SELECT min(occurred_at) FROM outbox_event WHERE relayed_at IS NULL) AS unsaid_since,
  (SELECT coalesce(jsonb_object_agg(site_id, orders), '{}') FROM (
    SELECT site_id, count(DISTINCT order_number) AS orders FROM order_step WHERE state NOT IN ('done', 'failed') GROUP BY site_id
  ) owing) AS owing`

type Row = {
  silent_seconds: number | null
  up_seconds: number | null
  trouble: string | null
  unsaid: number
  unsaid_since: Date | null
  owing: Record<string, number>
}

export type EngineMeasure = EngineFacts & {
  /** Events that nobody has taken yet. */
  unsaid: number
  unsaidSince: Date | null
  /** Orders that still owe a step, by site. */
  owing: Record<string, number>
}

/** How the night shift itself stands. */
export async function measureEngine(): Promise<EngineMeasure> {
  const [row] = await statement<Row>('measure-engine', MEASURE, [])
  if (!row) throw new Error('the engine could not be measured')
  return {
    silentSeconds: silentSeconds(row.silent_seconds ?? Number.POSITIVE_INFINITY),
    upSeconds: row.up_seconds ?? 0,
    trouble: row.trouble,
    unsaid: row.unsaid,
    unsaidSince: row.unsaid_since,
    owing: row.owing,
  }
}

/** A busy machine took 17 s to open a night shift. */
const OPENING_SECONDS = 20

// Whoever began it a moment ago gives it the time to open: only what was silent since then counts.
function silentSeconds(silent: number): number {
  const begun = (performance.now() - (slot.nightShiftBegunAtMs ?? 0)) / 1000
  return silent <= begun ? silent : Math.max(0, begun - OPENING_SECONDS)
}
