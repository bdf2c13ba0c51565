import { db, statement } from '@/lib/platform/db'
import { webhookIdOf } from './rules/webhook-id'
import {
  type Delivery,
  type DeliveryList,
  type DeliveryState,
  deliverySchema,
  type EventDelivery,
  type Webhook,
  webhookSchema,
} from './schema'

const MOST_COUNTED = 1_000

const LIST = `
SELECT e.id, e.url, e.types, e.site_id AS site, e.description, e.state, e.disabled_for AS "disabledFor",
  e.created_at AS "createdAt", e.last_success_at AS "lastSuccessAt", e.failing_since AS "failingSince",
  e.last_error AS "lastError", CASE WHEN e.throttled_until > now() THEN e.throttled_until END AS "throttledUntil",
  CASE WHEN e.previous_until > now() THEN e.previous_until END AS "previousSecretUntil",
  (SELECT count(*)::int FROM (SELECT FROM webhook_delivery d WHERE d.endpoint_id = e.id AND d.state = 'owed'
    LIMIT ${MOST_COUNTED}) AS owed) AS owed,
  (SELECT count(*)::int FROM webhook_delivery d WHERE d.endpoint_id = e.id AND d.state = 'dead') AS dead,
  (SELECT count(*)::int FROM webhook_feed f WHERE f.endpoint_id = e.id AND f.until_xid IS NOT NULL) AS replays
FROM webhook_endpoint e
WHERE ($1::uuid IS NULL OR e.id = $1) AND ($2::text[] IS NULL OR e.site_id = ANY ($2)) ORDER BY e.created_at, e.id`

/** Who outside hears of these sites' events, oldest first; those of all sites only for who may know all. */
export async function listWebhooks(siteIds: string[] | 'all'): Promise<Webhook[]> {
  const rows = await statement('list-webhooks', LIST, [null, siteIds === 'all' ? null : siteIds])
  return rows.map(shown)
}

/** One endpoint; null when there is none. */
export async function findWebhook(id: string): Promise<Webhook | null> {
  const [row] = await statement('list-webhooks', LIST, [id, null])
  return row ? shown(row) : null
}

const shown = (row: object): Webhook =>
  webhookSchema.parse(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, told(value)])))

const told = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value)

/** What an endpoint was sent and is owed, newest first. The cursor is the last delivery's id. */
export async function listDeliveries(
  endpointId: string,
  { state, limit, cursor }: { state?: DeliveryState; limit: number; cursor?: string },
): Promise<DeliveryList> {
  const before = cursor !== undefined && /^\d{1,18}$/.test(cursor) ? { lt: BigInt(cursor) } : undefined
  const rows = await db.webhookDelivery.findMany({
    where: { endpointId, state, id: before },
    orderBy: { id: 'desc' },
    take: limit + 1,
    omit: { body: true },
  })
  const items = rows.slice(0, limit).map(
    (row): Delivery =>
      deliverySchema.parse({
        ...Object.fromEntries(Object.entries(row).map(([name, value]) => [name, told(value)])),
        id: String(row.id),
        webhookId: webhookIdOf(row),
      }),
  )
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

type EventDeliveryRow = Omit<EventDelivery, 'at' | 'host'> & { at: Date; url: string }

/** The webhooks that an event of the ledger went to or is owed to, oldest first; those of all sites only for who may know all. */
export async function listEventDeliveries(
  event: { source: string; id: string },
  siteIds: string[] | 'all',
): Promise<EventDelivery[]> {
  const rows = await statement<EventDeliveryRow>(
    'list-event-deliveries',
    `SELECT e.id AS webhook, e.url, d.state, d.attempts, d.last_status AS "lastStatus", coalesce(d.delivered_at, d.due_at) AS at
       FROM inventory_event i JOIN webhook_delivery d ON d.kind = 1 AND d.row_id = i.id JOIN webhook_endpoint e ON e.id = d.endpoint_id
      WHERE i.source = $1 AND i.event_id = $2 AND ($3::text[] IS NULL OR e.site_id = ANY ($3)) ORDER BY d.id`,
    [event.source, event.id, siteIds === 'all' ? null : siteIds],
  )
  return rows.map(({ url, at, ...row }) => ({ ...row, host: new URL(url).host, at: at.toISOString() }))
}
