import { statement } from '@/lib/platform/db'
import { type DayBacklog, type DayQueue, dayQueueSchema } from './day-schema'
import { runningSum } from './rules/running-sum'

type Row = { queue: DayQueue; what: 'owed' | 'late' | 'behind'; minute: number; count: number }

const ENDED = `coalesce(finished_at, CASE state WHEN 'failed' THEN failed_at END)`

/**
 * What was owed when, from the rows as they stand now. Owed before and still open, done within or on the day after, or given
 * up: found by index. What was late a whole day and got done only days later is left out: finding it would read all since.
 */
const BACKLOG = `
  WITH placed AS MATERIALIZED (
    SELECT number, placed_at FROM orders WHERE site_id = $1 AND placed_at >= $2 AND placed_at < $3
  ), before AS MATERIALIZED (
    SELECT number FROM orders WHERE site_id = $1 AND placed_at >= $2::timestamptz - interval '3 days' AND placed_at < $2
  ), owed AS (
    SELECT kind, placed_at AS began, due_at, ${ENDED} AS ended FROM placed JOIN order_step ON order_number = number
    UNION ALL SELECT kind, $2, due_at, ${ENDED} FROM order_step JOIN orders ON number = order_number
     WHERE order_step.site_id = $1 AND state <> 'done' AND placed_at < $2
    UNION ALL SELECT kind, $2, due_at, finished_at FROM order_step JOIN orders ON number = order_number
     WHERE order_step.site_id = $1 AND kind = ANY ($5) AND finished_at >= $2 AND finished_at < $3::timestamptz + interval '1 day'
       AND state = 'done' AND due_at < $2::timestamptz + interval '1 day' AND placed_at < $2
    UNION ALL SELECT 'picking', created_at, due_at, closed_at FROM placed JOIN pick_list ON order_number = number
    UNION ALL SELECT 'picking', $2, due_at, closed_at FROM before JOIN pick_list ON order_number = number WHERE closed_at >= $2
    UNION ALL SELECT 'picking', $2, due_at, NULL FROM pick_list
     WHERE site_id = $1 AND state IN ('open', 'touring') AND created_at < $2
  ), known AS (
    SELECT kind, began, due_at, ended FROM owed WHERE ended IS NULL OR ended >= $2
  ), change AS (
    SELECT kind, what, at, by FROM known CROSS JOIN LATERAL (VALUES
      ('owed', began, 1), ('owed', ended, -1),
      ('late', CASE WHEN ended IS NULL OR ended > due_at THEN due_at END, 1), ('late', CASE WHEN ended > due_at THEN ended END, -1)
    ) AS turn (what, at, by)
  )
  SELECT kind AS queue, what, greatest(0, floor(date_part('epoch', at - $2::timestamptz) / 60))::int AS minute, sum(by)::int AS count
    FROM change WHERE at < $3 GROUP BY 1, 2, 3
  UNION ALL
  SELECT kind, 'behind', greatest(0, floor(date_part('epoch', due_at - $2::timestamptz) / 60))::int,
         max(date_part('epoch', least(coalesce(ended, $4), $4) - due_at))::int
    FROM known WHERE due_at < least($3, $4) AND (ended IS NULL OR ended > due_at) GROUP BY 1, 2, 3`

/** How much of each queue was owed and late at the end of each minute between two moments. One query. */
export async function readDayBacklog(
  siteId: string,
  between: { from: Date; to: Date },
  minutes: number,
  now: Date,
): Promise<DayBacklog[]> {
  const queues = dayQueueSchema.options
  const values = [siteId, between.from, between.to, now, queues]
  const rows = await statement<Row>('read-day-backlog', BACKLOG, values)
  return queues.map((queue) => {
    const of = (what: Row['what']) => {
      const counts = new Array<number>(minutes).fill(0)
      for (const row of rows)
        if (row.queue === queue && row.what === what && row.minute < minutes) counts[row.minute] = row.count
      return counts
    }
    const [owed, late] = [runningSum(of('owed')), runningSum(of('late'))]
    return { queue, owed, late, behindSeconds: of('behind') }
  })
}
