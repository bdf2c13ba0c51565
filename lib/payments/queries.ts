import { db } from '@/lib/platform/db'
import { type Movement, type Reconciliation, reconciliationSchema } from './schema'

/** What the provider told us about an order's card; null before its outcome is known. */
export async function findPayment(orderNumber: string) {
  return db.payment.findUnique({ where: { orderNumber } })
}

export type Money = {
  authorisedMinor: number
  capturedMinor: number
  refundedMinor: number
  /** What was still reserved has been released. */
  voided: boolean
  /** To be asked of the provider, in this order; the first says since when and why it is late. */
  owed: Movement[]
  /** All of them, oldest first, refused ones included. */
  movements: Movement[]
}

/** An order's money in minor units: what was done, what is owed, and each movement. All 0 for an order never charged. */
export async function findMoney(orderNumber: string): Promise<Money> {
  const omit = { seq: true, siteId: true } as const
  const movements = await db.paymentMovement.findMany({
    where: { orderNumber },
    orderBy: { seq: 'asc' },
    omit,
  })
  const done = movements.filter(({ state }) => state === 'done')
  const sum = (kind: Movement['kind']) =>
    done.reduce((total, one) => (one.kind === kind ? total + one.amountMinor : total), 0)
  return {
    authorisedMinor: sum('authorise'),
    capturedMinor: sum('capture'),
    refundedMinor: sum('refund'),
    voided: done.some(({ kind }) => kind === 'void'),
    owed: movements.filter(({ state }) => state === 'owed'),
    movements,
  }
}

/** Ids of an order's owed movements, in the order in which they are asked. */
export async function listOwedOfOrder(orderNumber: string): Promise<string[]> {
  const where = { orderNumber, state: 'owed' } as const
  const rows = await db.paymentMovement.findMany({ where, orderBy: { seq: 'asc' }, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** Order numbers with a movement that is due, longest due first. */
export async function listOrdersWithDueMovements(now: Date, limit: number): Promise<string[]> {
  const where = { state: 'owed', dueAt: { lte: now } } as const
  const select = { orderNumber: true } as const
  const rows = await db.paymentMovement.findMany({ where, orderBy: { dueAt: 'asc' }, select, take: limit })
  return [...new Set(rows.map(({ orderNumber }) => orderNumber))]
}

/** Reconciliations, newest first; the cursor is the next one's id. */
export async function listReconciliations(
  limit: number,
  cursor?: string,
): Promise<{ items: Reconciliation[]; nextCursor: string | null }> {
  const rows = await db.paymentReconciliation.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    ...(cursor && { cursor: { id: cursor } }),
  })
  const items = rows.slice(0, limit).map(({ fromAt, untilAt, createdAt, doneAt, ...row }) =>
    reconciliationSchema.parse({
      ...row,
      from: fromAt.toISOString(),
      until: untilAt.toISOString(),
      createdAt: createdAt.toISOString(),
      doneAt: doneAt?.toISOString() ?? null,
    }),
  )
  return { items, nextCursor: rows[limit]?.id ?? null }
}
