import { findBeltFactsOfOrder } from '@/lib/conveyor/queries'
import { listBinsOfOrder } from '@/lib/inventory/queries'
import { findMailOfOrder } from '@/lib/messages/queries'
import { findOrder } from '@/lib/orders/queries'
import { findMoney, findPayment } from '@/lib/payments/queries'
import { findPickFactsOfOrder } from '@/lib/picking/queries'
import { db, statement } from '@/lib/platform/db'

/** Everything that the rooms know of one order, read at once; null when there is no such order. */
export async function readOrderFacts(orderNumber: string) {
  const where = { orderNumber }
  const [order, payment, money, bins, mails, picks, belt, shipments, notes, acts, list, lost, alerts] =
    await Promise.all([
      findOrder(orderNumber),
      findPayment(orderNumber),
      findMoney(orderNumber),
      listBinsOfOrder(orderNumber),
      findMailOfOrder(orderNumber),
      findPickFactsOfOrder(orderNumber),
      findBeltFactsOfOrder(orderNumber),
      db.shipment.findMany({ where, include: { lines: true }, orderBy: { packedAt: 'asc' } }),
      db.orderNote.findMany({ where, orderBy: { writtenAt: 'asc' } }),
      listActs(orderNumber),
      db.pickList.findUnique({ where, select: { dueAt: true } }),
      db.stockHold.aggregate({ where: { orderNumber, state: 'lost' }, _sum: { quantity: true } }),
      listAlertsOf(orderNumber),
    ])
  if (!order) return null
  const facts = { order, payment, money, bins, mails, picks, belt, notes, acts, list, alerts }
  const { archived } = order
  if (!archived) return { ...facts, shipments, lostUnits: lost._sum.quantity ?? 0 }
  const lostUnits = archived.holds.reduce((sum, hold) => sum + (hold.state === 'lost' ? hold.quantity : 0), 0)
  return { ...facts, shipments: archived.shipments, lostUnits }
}
export type OrderFacts = NonNullable<Awaited<ReturnType<typeof readOrderFacts>>>

type Act = { at: Date; actor: string; action: string; outcome: string; subject: string }

// Its own name is how each entry about an order begins.
function listActs(orderNumber: string): Promise<Act[]> {
  return statement<Act>(
    'list-acts-of-order',
    `SELECT entry.at, coalesce(person.name, 'A machine') AS actor, entry.action, entry.outcome, entry.subject
       FROM audit_entry entry LEFT JOIN person ON 'person:' || person.id = entry.actor
      WHERE upper(entry.subject) ~>=~ $1 AND upper(entry.subject) ~<~ ($1 || chr(1114111)) ORDER BY entry.at LIMIT 200`,
    [orderNumber],
  )
}

type OwnAlert = { openedAt: Date; resolvedAt: Date | null; queue: string; message: string }

/** Alerts of its site that were open while the order waited for the very step: what was wrong when it was late. */
function listAlertsOf(orderNumber: string): Promise<OwnAlert[]> {
  return statement<OwnAlert>(
    'list-alerts-of-order',
    `SELECT alert.opened_at AS "openedAt", alert.resolved_at AS "resolvedAt", alert.queue, alert.message
       FROM orders JOIN order_step step ON step.order_number = orders.number
       JOIN alert ON alert.site_id = orders.site_id AND alert.queue = step.kind
        AND alert.opened_at < coalesce(step.finished_at, 'infinity') AND coalesce(alert.resolved_at, 'infinity') > orders.placed_at
      WHERE orders.number = $1 ORDER BY alert.opened_at LIMIT 20`,
    [orderNumber],
  )
}
