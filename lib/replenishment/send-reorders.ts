import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { inTransaction } from '@/lib/platform/in-transaction'
import { announce } from '@/lib/platform/realtime'
import { findNotPacks } from './decide-reorders'
import { REORDERS, reorderChanged, reorderSent } from './events'
import type { SentOrders } from './reorder-schema'

type Wish = { id: string; quantity?: number | undefined }
type Sending = ({ outcome: 'sent' } & SentOrders) | { outcome: 'not-packs'; id: string; packUnits: number }
type Line = {
  id: string
  sku: string
  gtin: string
  supplier: string
  quantity: number
  packUnits: number
  unitCostMinor: number
  expectedOn: string
  currency: string
}

/** Moments before the feed looks at rows that no function of the night shift is started by. */
const FOR_THE_FEED_ONLY = new Date(0)

/**
 * Orders what is proposed or approved, with the quantity that is said: each supplier gets one order, told downstream in the
 * transaction that says that the lines are on their way. Idempotent: what was sent, given up or dismissed is left as it is, so that
 * sent twice is ordered once.
 * @param by who answers for it
 */
export async function sendReorders(
  site: string,
  wishes: readonly Wish[],
  by: string,
  now: Date,
): Promise<Sending> {
  const wrong = await findNotPacks(site, wishes)
  if (wrong) return { outcome: 'not-packs', ...wrong }
  const orders = await inTransaction(async (client) => {
    const lines = await claim(client, site, wishes, { by, now })
    const sent: SentOrders['orders'] = []
    for (const supplier of [...new Set(lines.map((line) => line.supplier))].sort()) {
      const ordered = lines.filter((line) => line.supplier === supplier)
      sent.push(await say(client, { site, supplier, now }, ordered))
    }
    return sent
  })
  if (orders.length > 0)
    announce({ site, topic: 'floor', event: reorderChanged, id: REORDERS, version: now.getTime() })
  return { outcome: 'sent', orders }
}

async function claim(
  client: PoolClient,
  site: string,
  wishes: readonly Wish[],
  { by, now }: { by: string; now: Date },
): Promise<Line[]> {
  const { rows } = await client.query<Line>(
    `UPDATE reorder SET state = 'sent', quantity = coalesce(said.quantity, reorder.quantity), decided_by = coalesce(decided_by, $3),
            decided_at = coalesce(decided_at, $4), sent_at = $4,
            expected_on = ($4::timestamptz AT TIME ZONE site.time_zone)::date + (outlook->>'leadDays')::int
       FROM jsonb_to_recordset($2::jsonb) AS said(id uuid, quantity int), site, product
      WHERE reorder.id = said.id AND site_id = $1 AND site.id = $1 AND product.sku = reorder.sku AND state IN ('proposed', 'approved')
     RETURNING reorder.id, reorder.sku, product.gtin, supplier, reorder.quantity, pack_units AS "packUnits",
               unit_cost_minor AS "unitCostMinor", to_char(expected_on, 'YYYY-MM-DD') AS "expectedOn", site.currency`,
    [site, JSON.stringify(wishes), by, now],
  )
  return rows
}

async function say(
  client: PoolClient,
  { site, supplier, now }: { site: string; supplier: string; now: Date },
  lines: readonly Line[],
): Promise<SentOrders['orders'][number]> {
  const orderId = randomUUID()
  const amount = lines.reduce((sum, { quantity, unitCostMinor }) => sum + quantity * unitCostMinor, 0)
  const total = { amount, currency: lines[0]?.currency ?? '' }
  const ordered = lines.map(({ id: reorder, supplier: _, currency: __, ...line }) => ({ reorder, ...line }))
  await client.query('UPDATE reorder SET order_id = $1 WHERE id = ANY($2::uuid[])', [
    orderId,
    lines.map(({ id }) => id),
  ])
  await client.query(
    `INSERT INTO outbox_event (event_id, name, site_id, subject, data, occurred_at, relayed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[`reorder.sent:${orderId}`, reorderSent, site, orderId],
      ...[JSON.stringify({ orderId, site, supplier, lines: ordered, total }), now, FOR_THE_FEED_ONLY],
    ],
  )
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return { orderId, supplier, lines: lines.length, units, total }
}
