import { statement } from '@/lib/platform/db'
import { DEFERRED_STEPS } from './rules/deferred-steps'
import type { StepKind } from './schema'

export type StepCount = { kind: StepKind; done: number; owed: number; late: number; failed: number }
export type DayCounts = {
  placed: number
  confirming: number
  refusedForStock: number
  declined: number
  valueMinor: number
  currency: string
  perMinute: { at: string; placed: number }[]
  steps: StepCount[]
}

/** A site's orders since its own midnight, counted; three statements at once. */
export async function countToday(siteId: string, now: Date): Promise<DayCounts> {
  const [[day], perMinute, deferred] = await Promise.all([
    statement<Omit<DayCounts, 'perMinute' | 'steps'> & { cancelled: number }>('count-day', DAY, [
      siteId,
      now,
    ]),
    statement<{ at: Date; placed: number }>('count-day-minutes', MINUTES, [siteId, now]),
    statement<StepCount>('count-day-steps', STEPS, [siteId, now]),
  ])
  if (!day) throw new Error(`there is no site ${siteId}`)
  const { cancelled, ...counts } = day
  const all = counts.placed + counts.confirming + counts.declined + cancelled
  const refused = counts.declined + cancelled
  const none = { done: 0, owed: 0, late: 0, failed: 0 }
  return {
    ...counts,
    perMinute: perMinute.map(({ at, placed }) => ({ at: at.toISOString(), placed })),
    steps: [
      { ...none, kind: 'charge', done: counts.placed, owed: counts.confirming, failed: refused },
      { ...none, kind: 'hold', done: all },
      { ...none, kind: 'save', done: counts.placed, owed: counts.confirming, failed: refused },
      ...DEFERRED_STEPS.map(({ kind }) => deferred.find((step) => step.kind === kind) ?? { ...none, kind }),
    ],
  }
}

const MIDNIGHT = `date_trunc('day', $2::timestamptz AT TIME ZONE site.time_zone) AT TIME ZONE site.time_zone`

const DAY = `
  SELECT count(*) FILTER (WHERE status = 'placed')::int AS placed,
         count(*) FILTER (WHERE status = 'confirming')::int AS confirming,
         count(*) FILTER (WHERE status = 'declined')::int AS declined,
         count(*) FILTER (WHERE status = 'cancelled')::int AS cancelled,
         coalesce(sum(total_minor) FILTER (WHERE status = 'placed'), 0)::float8 AS "valueMinor",
         (SELECT count(*)::int FROM refused_order WHERE site_id = $1 AND at >= ${MIDNIGHT}) AS "refusedForStock",
         site.currency
    FROM site LEFT JOIN orders ON orders.site_id = site.id AND orders.created_at >= ${MIDNIGHT}
   WHERE site.id = $1 GROUP BY site.id`

const MINUTES = `
  SELECT minute AS at, count(orders.number)::int AS placed
    FROM generate_series(date_trunc('minute', $2::timestamptz) - interval '59 minutes', date_trunc('minute', $2::timestamptz),
                         interval '1 minute') AS minute
    LEFT JOIN orders ON orders.site_id = $1 AND orders.placed_at >= minute AND orders.placed_at < minute + interval '1 minute'
   GROUP BY minute ORDER BY minute`

const STEPS = `
  SELECT kind, count(*) FILTER (WHERE state = 'done')::int AS done,
         count(*) FILTER (WHERE state NOT IN ('done', 'failed') AND due_at >= $2)::int AS owed,
         count(*) FILTER (WHERE state NOT IN ('done', 'failed') AND due_at < $2)::int AS late,
         count(*) FILTER (WHERE state = 'failed')::int AS failed
    FROM site JOIN orders ON orders.site_id = site.id AND orders.placed_at >= ${MIDNIGHT}
    JOIN order_step ON order_step.order_number = orders.number
   WHERE site.id = $1 GROUP BY kind`
