import { db } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { checkoutSteps } from './rules/checkout-steps'
import type { DeferredKind, OrderStatus, OrderSummary } from './schema'

export type OrderFilter = {
  siteIds: string[] | 'all'
  query?: string
  status?: OrderStatus
  /** Orders that still owe this deferred step. */
  owing?: DeferredKind
  cursor?: string
  limit: number
}

/** Orders newest first. The cursor is the last order's creation time and number. */
export async function listOrders(
  filter: OrderFilter,
): Promise<{ items: OrderSummary[]; nextCursor: string | null }> {
  const after = filter.cursor ? readCursor(filter.cursor) : undefined
  const rows = await db.order.findMany({
    where: {
      AND: [
        filter.siteIds === 'all' ? {} : { siteId: { in: filter.siteIds } },
        filter.status ? { status: filter.status } : {},
        filter.owing ? { steps: { some: { kind: filter.owing, state: { not: 'done' } } } } : {},
        filter.query ? matching(filter.query) : {},
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
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const more = rows.length > filter.limit && last
  return {
    items: page.map(summaryOf),
    nextCursor: more
      ? Buffer.from(`${last.createdAt.toISOString()} ${last.number}`).toString('base64url')
      : null,
  }
}

/** An order with everything its own room knows; null when there is none. */
export async function findOrder(orderNumber: string) {
  return db.order.findUnique({
    where: { number: orderNumber },
    include: { steps: true, lines: { orderBy: { lineNumber: 'asc' } } },
  })
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

// A number and an e-mail are meant exactly; anything else is part of a name.
function matching(query: string): Prisma.OrderWhereInput {
  const text = query.trim()
  if (text.includes('@')) return { customerEmail: { equals: text, mode: 'insensitive' } }
  if (/^\d{6,}-/.test(text)) return { number: { startsWith: text.toUpperCase() } }
  if (/^\+?[\d ()/-]{5,}$/.test(text))
    return { OR: [{ customerPhone: text }, { number: { startsWith: text } }] }
  return { customerName: { contains: text, mode: 'insensitive' } }
}

function readCursor(cursor: string): { createdAt: Date; number: string } | undefined {
  const [at = '', number = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const createdAt = new Date(at)
  return Number.isNaN(createdAt.getTime()) || !number ? undefined : { createdAt, number }
}

/** How many deferred steps are not done yet, by kind and state. */
export async function countOwedSteps(): Promise<{ kind: string; state: string; steps: number }[]> {
  const groups = await db.orderStep.groupBy({
    by: ['kind', 'state'],
    where: { state: { not: 'done' } },
    _count: { _all: true },
  })
  return groups.map(({ kind, state, _count }) => ({ kind, state, steps: _count._all }))
}
