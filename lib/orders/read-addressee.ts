import { statement } from '@/lib/platform/db'
import type { OwingOrder } from './claim-step'

/** What a mail about an order needs of it. */
export type Addressee = Omit<OwingOrder, 'placedAt' | 'dueAt'> & { version: number }

/** Whom an order's mails go to, in which language, and what of the order they tell; null when there is no such order. */
export async function readAddressee(orderNumber: string): Promise<Addressee | null> {
  const [row] = await statement<{ order: Addressee }>(
    'read-addressee',
    `SELECT jsonb_build_object('orderNumber', o.number, 'siteId', o.site_id, 'version', o.version,
       'locale', coalesce(o.language, site.locale), 'currency', o.currency, 'totalMinor', o.total_minor, 'shipTo', o.ship_to,
       'customer', jsonb_build_object('name', o.customer_name, 'email', o.customer_email),
       'lines', (SELECT jsonb_agg(jsonb_build_object('sku', sku, 'name', name, 'quantity', quantity,
                   'unitPriceMinor', unit_price_minor) ORDER BY line_number) FROM order_line WHERE order_number = o.number)) AS "order"
       FROM orders o JOIN site ON site.id = o.site_id WHERE o.number = $1`,
    [orderNumber],
  )
  return row?.order ?? null
}
