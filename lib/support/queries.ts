import { findOrdersOfBox } from '@/lib/conveyor/queries'
import { countToday, listOrders, type OrderFilter, summaryOf } from '@/lib/orders/queries'
import { db } from '@/lib/platform/db'
import { signId } from '@/lib/platform/signed-id'
import { type OrderFacts, readOrderFacts } from './read-order-facts'
import { linesOf, parcelsOf, progressOf } from './rules/facts-of-order'
import { orderAnswer } from './rules/order-answer'
import { orderTimeline } from './rules/order-timeline'
import { owedNext } from './rules/owed-next'
import { possibleActs } from './rules/possible-acts'
import { whatIsTrue } from './rules/what-is-true'
import { whatWasTold } from './rules/what-was-told'
import { type OrderPage, orderPageSchema, STATUS_PAGE, type Today } from './schema'

/** One page about one order, read from the rooms that know; null when there is no such order. */
export async function findOrderPage(orderNumber: string, now: Date): Promise<OrderPage | null> {
  const facts = await readOrderFacts(orderNumber)
  if (!facts) return null
  const { order, payment, money, mails, belt, notes, list } = facts
  const summary = summaryOf(order)
  const progress = progressOf(facts)
  const parcels = parcelsOf(facts)
  const refundable = money.capturedMinor - money.refundedMinor - sumOwed(money.owed)
  const promises = new Map(belt.parcels.map(({ barcode, promisedAt }) => [barcode, momentOf(promisedAt)]))
  const waiting = parcels
    .filter(({ handedOverAt }) => handedOverAt === null)
    .map(({ parcel, carrier }) => ({ parcel, carrier, promisedAt: promises.get(parcel) ?? null }))
  return orderPageSchema.parse({
    ...summary,
    answer: orderAnswer(summary, now),
    customer: {
      ...{ name: order.customerName, email: order.customerEmail, phone: order.customerPhone },
      language: order.language,
    },
    shipTo: order.shipTo,
    lines: linesOf(facts),
    payment: payment && {
      state: payment.state,
      provider: payment.provider,
      reference: payment.reference,
      amount: { amount: payment.amountMinor, currency: payment.currency },
    },
    told: whatWasTold(summary, mails),
    truth: whatIsTrue(progress, money, order.currency, parcels),
    owed: owedNext(
      { steps: summary, mails, movements: money.owed },
      { toPick: progress.held, pickBy: list?.dueAt ?? null, waiting },
    ),
    can: possibleActs(order.status, progress, refundable),
    notes: notes
      .filter(({ removedAt }) => removedAt === null)
      .map(({ id, text, writtenBy, writtenAt }) => ({
        id,
        text,
        writtenBy,
        writtenAt: writtenAt.toISOString(),
      })),
    statusPath: `/status/${signId(STATUS_PAGE, orderNumber)}`,
    timeline: orderTimeline({
      ...facts,
      ...{ order: summary, closedAt: order.closedAt, movements: money.movements, shipped: parcels },
    }),
  })
}

const momentOf = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString())

const sumOwed = (owed: OrderFacts['money']['owed']): number =>
  owed.reduce((total, { kind, amountMinor }) => (kind === 'refund' ? total + amountMinor : total), 0)

/** Orders newest first, as `listOrders`; a query that is the label of a box or a payment's reference finds its order, and nothing else. */
export async function findOrders(filter: Omit<OrderFilter, 'numbers'>): ReturnType<typeof listOrders> {
  const { query, ...others } = filter
  if (!query) return listOrders(others)
  const [inBoxes, paid] = await Promise.all([
    findOrdersOfBox(query, filter.siteIds),
    findOrdersOfReference(query),
  ])
  const numbers = [...inBoxes, ...paid]
  return numbers.length > 0 ? listOrders({ ...others, numbers }) : listOrders(filter)
}

async function findOrdersOfReference(reference: string): Promise<string[]> {
  const rows = await db.payment.findMany({
    where: { reference: reference.trim() },
    select: { orderNumber: true },
  })
  return rows.map(({ orderNumber }) => orderNumber)
}

const NEWEST = 12

/** A site's day so far, since midnight on the site's own clock. */
export async function findToday(siteId: string, now: Date): Promise<Today> {
  const [counts, page] = await Promise.all([
    countToday(siteId, now),
    listOrders({ siteIds: [siteId], limit: NEWEST }),
  ])
  return { site: siteId, now: now.toISOString(), ...counts, newest: page.items }
}
