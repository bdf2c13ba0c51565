import { pool } from '@/lib/platform/db'

type Queryable = { query: (text: string, values: unknown[]) => Promise<unknown> }

/** Stock events as the ledger keeps them, one row each. */
export async function tellStock(
  ids: readonly string[],
  siteId = 'TEST-1',
  over: Queryable = pool,
  recordedAt = new Date(),
): Promise<void> {
  await over.query(
    `INSERT INTO inventory_event (source, event_id, type, site_id, sku, data, observed_at, recorded_at)
     SELECT '/till/1', id, 'stowline.inventory.sold.v1', $2, 'MILK',
       jsonb_build_object('site', $2::text, 'sku', 'MILK', 'quantity', 1, 'observedAt', now()), now(), $3
     FROM unnest($1::text[]) WITH ORDINALITY AS t(id, n) ORDER BY n`,
    [ids, siteId, recordedAt],
  )
}

/** An order's event in the outbox, with things in it that stay in the house. */
export async function tellOrder(
  orderNumber: string,
  siteId = 'TEST-1',
  over: Queryable = pool,
): Promise<void> {
  await over.query(
    `INSERT INTO outbox_event (event_id, name, site_id, subject, data, occurred_at)
     VALUES ('order.placed:' || $1::text, 'orders/order.placed', $2, $1,
       jsonb_build_object('orderNumber', $1::text, 'site', $2::text, 'customer', 'Ada', 'token', 'tok_ok'), now())`,
    [orderNumber, siteId],
  )
}
