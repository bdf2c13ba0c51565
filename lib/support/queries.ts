import { findOrdersOfBox } from '@/lib/conveyor/queries'
import { countToday, listOrders, summaryOf } from '@/lib/orders/queries'
import { type OrderFilter, orderRequestSchema } from '@/lib/orders/schema'
import { db, statement } from '@/lib/platform/db'
import { signId } from '@/lib/platform/signed-id'
import { type OrderFacts, readOrderFacts } from './read-order-facts'
import { linesOf, parcelsOf, progressOf } from './rules/facts-of-order'
import { orderAnswer } from './rules/order-answer'
import { orderTimeline } from './rules/order-timeline'
import { owedNext } from './rules/owed-next'
import { possibleActs } from './rules/possible-acts'
import { whatIsTrue } from './rules/what-is-true'
import { whatWasTold } from './rules/what-was-told'
import { type OrderPage, orderPageSchema, STATUS_PAGE, type StatusPage, type Today } from './schema'

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
    can: order.archived ? NOTHING : possibleActs(order.status, progress, refundable),
    isArchived: order.archived !== null,
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

/** An archived order is read only. */
const NOTHING = { cancel: false, refundMinor: 0, changeAddress: false, shipShort: false }

const momentOf = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString())

const sumOwed = (owed: OrderFacts['money']['owed']): number =>
  owed.reduce((total, { kind, amountMinor }) => (kind === 'refund' ? total + amountMinor : total), 0)

/** Orders newest first, as `listOrders`; a query that is the label of a box or a payment's reference finds its order, and nothing else. */
export async function findOrders(
  asked: Omit<OrderFilter, 'numbers'> & { pickedSince?: Date },
): ReturnType<typeof listOrders> {
  const { pickedSince, ...filter } = asked
  if (pickedSince) {
    const { until: _, ...others } = filter
    return listOrders({ ...others, numbers: await findPicked(asked, pickedSince) })
  }
  const { query, ...others } = filter
  if (!query) return listOrders(others)
  const [inBoxes, paid] = await Promise.all([
    findOrdersOfBox(query, filter.siteIds),
    findOrdersOfReference(query),
  ])
  const numbers = [...inBoxes, ...paid]
  return numbers.length > 0 ? listOrders({ ...others, numbers }) : listOrders(filter)
}

/** More than a big site picks in a day, and as many as one question may name. */
const MOST_PICKED = 20_000

async function findPicked(
  { siteIds, until }: Pick<OrderFilter, 'siteIds' | 'until'>,
  since: Date,
): Promise<string[]> {
  const lists = await db.pickList.findMany({
    where: {
      ...(siteIds === 'all' ? {} : { siteId: { in: siteIds } }),
      ...{ closedAt: { gte: since, ...(until && { lt: until }) }, state: { in: ['picked', 'short'] } },
    },
    ...{ select: { orderNumber: true }, orderBy: { closedAt: 'desc' }, take: MOST_PICKED },
  })
  return lists.map(({ orderNumber }) => orderNumber)
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

/** Orders of the last day that should be picked by now and are not, whose customers do not know yet. */
export function listDelayedOrders(now: Date, limit: number) {
  return statement<{ orderNumber: string; site: string; toAddress: string }>(
    'list-delayed-orders',
    `SELECT list.order_number AS "orderNumber", list.site_id AS site, orders.customer_email AS "toAddress"
       FROM site JOIN pick_list list ON list.site_id = site.id AND list.state IN ('open', 'touring')
        AND list.due_at BETWEEN $1::timestamptz - interval '1 day' AND $1
       JOIN orders ON orders.number = list.order_number AND orders.status IN ('placed', 'picking')
      WHERE NOT EXISTS (SELECT FROM mail WHERE mail.order_number = list.order_number AND mail.kind = 'order-delayed')
      ORDER BY list.due_at LIMIT $2`,
    [now, limit],
  )
}

/** What a customer may see of their order by its signed link: how it stands, and no more of them than a greeting needs. */
export async function findStatusPage(orderNumber: string): Promise<StatusPage | null> {
  const facts = await readOrderFacts(orderNumber)
  if (!facts) return null
  const { order, money } = facts
  const [firstName = ''] = order.customerName.trim().split(/\s+/)
  const { city } = orderRequestSchema.shape.shipTo.pick({ city: true }).parse(order.shipTo)
  const site = await db.site.findUniqueOrThrow({ where: { id: order.siteId } })
  return {
    ...{ orderNumber, firstName, city, status: order.status, progress: progressOf(facts) },
    locale: order.language ?? site.locale,
    timeZone: site.timeZone,
    isDelayed: facts.mails.some(({ kind }) => kind === 'order-delayed'),
    refunded: { amount: money.refundedMinor, currency: order.currency },
    lines: order.lines.map(({ name, quantity }) => ({ name, quantity })),
    parcels: parcelsOf(facts),
  }
}
