import { findBeltFactsOfOrder, findOrdersOfBox } from '@/lib/conveyor/queries'
import { listBinsOfOrder } from '@/lib/inventory/queries'
import { findMailOfOrder } from '@/lib/messages/queries'
import { countToday, findOrder, listOrders, type OrderFilter, summaryOf } from '@/lib/orders/queries'
import { findPayment } from '@/lib/payments/queries'
import { findPickFactsOfOrder } from '@/lib/picking/queries'
import { orderAnswer } from './rules/order-answer'
import { orderTimeline } from './rules/order-timeline'
import { type OrderPage, orderPageSchema, type Today } from './schema'

/** One page about one order, read from the rooms that know; null when there is no such order. */
export async function findOrderPage(orderNumber: string, now: Date): Promise<OrderPage | null> {
  const [order, payment, bins, mails, picks, belt] = await Promise.all([
    findOrder(orderNumber),
    findPayment(orderNumber),
    listBinsOfOrder(orderNumber),
    findMailOfOrder(orderNumber),
    findPickFactsOfOrder(orderNumber),
    findBeltFactsOfOrder(orderNumber),
  ])
  if (!order) return null
  const summary = summaryOf(order)
  const { currency } = order
  return orderPageSchema.parse({
    ...summary,
    answer: orderAnswer(summary, now),
    customer: { name: order.customerName, email: order.customerEmail, phone: order.customerPhone },
    shipTo: order.shipTo,
    lines: order.lines.map(({ lineNumber, sku, name, quantity, unitPriceMinor }) => ({
      lineNumber,
      sku,
      name,
      quantity,
      unitPrice: { amount: unitPriceMinor, currency },
      bins: bins
        .filter((bin) => bin.lineNumber === lineNumber)
        .map(({ bin, quantity }) => ({ bin, quantity })),
      picks: (picks?.stops ?? [])
        .filter((stop) => stop.lineNumber === lineNumber && (stop.picked > 0 || stop.released > 0))
        .map(({ bin, tote, picked, released }) => ({ bin, tote, picked, missing: released })),
    })),
    payment: payment && {
      state: payment.state,
      provider: payment.provider,
      reference: payment.reference,
      amount: { amount: payment.amountMinor, currency: payment.currency },
    },
    timeline: orderTimeline({ order: summary, closedAt: order.closedAt, payment, bins, mails, picks, belt }),
  })
}

/** Orders newest first, as `listOrders`; a query that is the label of a box finds the order in it, and nothing else. */
export async function findOrders(filter: Omit<OrderFilter, 'numbers'>): ReturnType<typeof listOrders> {
  const { query, ...others } = filter
  const numbers = query ? await findOrdersOfBox(query, filter.siteIds) : []
  return numbers.length > 0 ? listOrders({ ...others, numbers }) : listOrders(filter)
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
