import { z } from 'zod'
import { db, statement } from '@/lib/platform/db'
import { readPlace } from '@/lib/platform/read-place'
import type { Prisma } from '@/prisma/generated/client'
import { findArchivedOrders } from './find-archived-orders'
import { checkoutSteps } from './rules/checkout-steps'
import { DEFERRED_STEPS } from './rules/deferred-steps'
import type { OrderFilter, OrderSummary, StepKind, StepStanding } from './schema'
import { searchArchivedOrders, searchOrders } from './search-orders'

/** Orders newest first. The cursor is the last order's creation time and number. */
export async function listOrders(
  filter: OrderFilter,
): Promise<{ items: OrderSummary[]; nextCursor: string | null }> {
  const after = filter.cursor ? readCursor(filter.cursor) : undefined
  const { query } = filter
  const numbers = query ? await searchOrders({ ...filter, query }, after) : undefined
  const rows = await db.order.findMany({
    where: {
      AND: [
        filter.siteIds === 'all' ? {} : { siteId: { in: filter.siteIds } },
        numbers ? { number: { in: [...numbers] } } : {},
        filter.numbers ? { number: { in: [...filter.numbers] } } : {},
        filter.status ? { status: filter.status } : {},
        ...during(filter),
        filter.step ? { steps: { some: { kind: filter.step, ...standingAs(filter.standing) } } } : {},
        after
          ? {
              OR: [
                { createdAt: { lt: after.createdAt } },
                { createdAt: after.createdAt, number: { gt: after.number } },
              ],
            }
          : {},
      ],
    },
    include: { steps: true },
    orderBy: [{ createdAt: 'desc' }, { number: 'asc' }],
    take: filter.limit + 1,
  })
  const found = rows.length > filter.limit ? rows : [...rows, ...(await findInArchive(filter, after))]
  const page = found.slice(0, filter.limit)
  const last = page.at(-1)
  const more = found.length > filter.limit && last
  return {
    items: page.map(summaryOf),
    nextCursor: more
      ? Buffer.from(`${last.createdAt.toISOString()} ${last.number}`).toString('base64url')
      : null,
  }
}

/** What is looked for by name, and not by what is owed of it, is looked for in the archive behind the last order here. */
async function findInArchive(
  { query, numbers, ...filter }: OrderFilter,
  after: { createdAt: Date; number: string } | undefined,
): Promise<SummaryRow[]> {
  const isOfNow = filter.step ?? filter.placedSince ?? filter.packedSince ?? filter.shippedSince
  if (isOfNow || !(query || numbers)) return []
  const named = numbers ? [...numbers] : await searchArchivedOrders({ ...filter, query: query ?? '' }, after)
  const found = await findArchivedOrders(named)
  return found.filter(({ siteId }) => filter.siteIds === 'all' || filter.siteIds.includes(siteId))
}

/** An order with everything its own room knows, from the archive where it lies there; null when there is none. */
export async function findOrder(orderNumber: string) {
  const order = await db.order.findUnique({
    where: { number: orderNumber },
    include: { steps: true, lines: { orderBy: { lineNumber: 'asc' } } },
  })
  if (order) return { ...order, archived: null }
  const [archived] = await findArchivedOrders([orderNumber])
  return archived ? { ...archived, archived } : null
}

/** Numbers of orders whose payment somebody must ask for again, oldest first. */
export async function listUnresolvedOrders(now: Date, limit: number): Promise<string[]> {
  const rows = await db.order.findMany({
    where: { status: 'confirming', settleAt: { lte: now } },
    orderBy: { settleAt: 'asc' },
    select: { number: true },
    take: limit,
  })
  return rows.map((row) => row.number)
}

/**
 * Numbers of orders of which everything in the house is with carriers, and that are not shipped yet: the ledger heard of their
 * last picks after the last parcel left. Those of two days are looked at.
 */
export async function listShippedUnits(now: Date, limit: number): Promise<string[]> {
  const rows = await statement<{ number: string }>(
    'list-shipped-units',
    `SELECT DISTINCT orders.number FROM shipment JOIN orders ON orders.number = shipment.order_number
      WHERE shipment.packed_at > $1::timestamptz - interval '2 days' AND shipment.handed_over_at IS NOT NULL
        AND orders.status IN ('placed', 'picking', 'packed')
        AND NOT EXISTS (SELECT FROM stock_hold WHERE order_number = orders.number AND state IN ('held', 'lost'))
        AND NOT EXISTS (SELECT FROM shipment other WHERE other.order_number = orders.number AND other.handed_over_at IS NULL)
      LIMIT $2`,
    [now, limit],
  )
  return rows.map((row) => row.number)
}

type SummaryRow = Prisma.OrderGetPayload<{ include: { steps: true } }>

/** An order's row as lists and live screens show it. */
export function summaryOf(order: SummaryRow): OrderSummary {
  return {
    orderNumber: order.number,
    site: order.siteId,
    status: order.status,
    customerName: order.customerName,
    lineCount: order.lineCount,
    unitCount: order.unitCount,
    total: { amount: order.totalMinor, currency: order.currency },
    createdAt: order.createdAt.toISOString(),
    placedAt: order.placedAt?.toISOString() ?? null,
    version: order.version,
    steps: checkoutSteps(order, order.steps),
  }
}

function during({
  since,
  placedSince,
  packedSince,
  shippedSince,
  until,
}: OrderFilter): Prisma.OrderWhereInput[] {
  const from = (gte: Date) => ({ gte, ...(until && { lt: until }) })
  const isOther = placedSince ?? packedSince ?? shippedSince
  return [
    since ? { createdAt: from(since) } : until && !isOther ? { createdAt: { lt: until } } : {},
    placedSince ? { placedAt: from(placedSince) } : {},
    packedSince ? { shipments: { some: { packedAt: from(packedSince) } } } : {},
    shippedSince ? { shipments: { some: { handedOverAt: from(shippedSince) } } } : {},
  ]
}

function standingAs(standing: StepStanding | undefined): Prisma.OrderStepWhereInput {
  const now = new Date()
  const open = { state: { notIn: ['done', 'failed'] } } satisfies Prisma.OrderStepWhereInput
  if (standing === undefined) return { state: { not: 'done' } }
  if (standing === 'owed') return { ...open, dueAt: { gte: now } }
  if (standing === 'late') return { ...open, dueAt: { lt: now } }
  return { state: standing }
}

const PLACE = z.tuple([z.iso.datetime(), z.string().regex(/^[\w-]+$/)])

function readCursor(cursor: string): { createdAt: Date; number: string } | undefined {
  const [createdAt, number] = readPlace(cursor, PLACE) ?? []
  return createdAt && number ? { createdAt: new Date(createdAt), number } : undefined
}

export type StepCount = { kind: StepKind; done: number; owed: number; late: number; failed: number }
export type DayCounts = {
  /** The site's midnight. */
  since: string
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
    statement<Omit<DayCounts, 'perMinute' | 'steps' | 'since'> & { since: Date; cancelled: number }>(
      'count-day',
      DAY,
      [siteId, now],
    ),
    statement<{ at: Date; placed: number }>('count-day-minutes', MINUTES, [siteId, now]),
    statement<StepCount>('count-day-steps', STEPS, [siteId, now]),
  ])
  if (!day) throw new Error(`there is no site ${siteId}`)
  const { since, cancelled, ...counts } = day
  const all = counts.placed + counts.confirming + counts.declined + cancelled
  const refused = counts.declined + cancelled
  const none = { done: 0, owed: 0, late: 0, failed: 0 }
  return {
    ...counts,
    since: since.toISOString(),
    perMinute: perMinute.map(({ at, placed }) => ({ at: at.toISOString(), placed })),
    steps: [
      { ...none, kind: 'charge', done: counts.placed, owed: counts.confirming, failed: refused },
      { ...none, kind: 'hold', done: all, failed: counts.refusedForStock },
      { ...none, kind: 'save', done: counts.placed, owed: counts.confirming },
      ...DEFERRED_STEPS.map(({ kind }) => deferred.find((step) => step.kind === kind) ?? { ...none, kind }),
    ],
  }
}

const MIDNIGHT = `date_trunc('day', $2::timestamptz AT TIME ZONE site.time_zone) AT TIME ZONE site.time_zone`

/** The same, less exactly: with it the planner knows how little a day is of all orders, where midnight is known only after the site. */
const LATELY = `$2::timestamptz - interval '26 hours'`

const DAY = `
  SELECT count(*) FILTER (WHERE orders.placed_at IS NOT NULL)::int AS placed,
         count(*) FILTER (WHERE status = 'confirming')::int AS confirming,
         count(*) FILTER (WHERE status = 'declined')::int AS declined,
         count(*) FILTER (WHERE status = 'cancelled' AND orders.placed_at IS NULL)::int AS cancelled,
         coalesce(sum(total_minor) FILTER (WHERE orders.placed_at IS NOT NULL AND status <> 'cancelled'), 0)::float8 AS "valueMinor",
         count(*) FILTER (WHERE status = 'refused')::int AS "refusedForStock",
         site.currency, ${MIDNIGHT} AS since
    FROM site LEFT JOIN orders ON orders.site_id = site.id AND orders.created_at >= ${MIDNIGHT} AND orders.created_at >= ${LATELY}
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
    FROM site JOIN orders ON orders.site_id = site.id AND orders.placed_at >= ${MIDNIGHT} AND orders.placed_at >= ${LATELY}
    JOIN order_step ON order_step.order_number = orders.number
   WHERE site.id = $1 GROUP BY kind`
