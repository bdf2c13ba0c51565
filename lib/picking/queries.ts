import { statement } from '@/lib/platform/db'
import type { PickList } from './schema'

type Page = { items: PickList[]; nextCursor: string | null }

/** The open pick lists of a site, most urgent first, each with its bins in address order; one query. */
export async function listOpenPickLists(siteId: string, limit: number, cursor?: string): Promise<Page> {
  const [dueAfter, idAfter] = cursor ? Buffer.from(cursor, 'base64url').toString().split(' ') : []
  const rows = await statement<{ list: PickList }>(
    'list-open-pick-lists',
    `SELECT jsonb_build_object('pickListId', list.id, 'orderNumber', list.order_number, 'state', list.state,
       'dueAt', list.due_at, 'createdAt', list.created_at, 'customerName', list.customer_name,
       'lines', (SELECT jsonb_agg(jsonb_build_object('bin', bin.code, 'aisle', aisle.code, 'sku', line.sku,
                   'name', product.name, 'quantity', line.quantity, 'temperatureZone', zone.temperature_zone) ORDER BY bin.code)
                   FROM pick_line line JOIN bin ON bin.id = line.bin_id JOIN aisle ON aisle.id = bin.aisle_id
                   JOIN zone ON zone.id = aisle.zone_id JOIN product ON product.sku = line.sku
                  WHERE line.pick_list_id = list.id)) AS list
       FROM pick_list list
      WHERE list.site_id = $1 AND list.state = 'open' AND ($2::timestamptz IS NULL OR (list.due_at, list.id) > ($2, $3::uuid))
      ORDER BY list.due_at, list.id LIMIT $4`,
    [siteId, dueAfter ?? null, idAfter ?? null, limit + 1],
  )
  const items = rows.slice(0, limit).map((row) => withUtcTimes(row.list))
  const last = items.at(-1)
  const nextCursor =
    rows.length > limit && last ? Buffer.from(`${last.dueAt} ${last.pickListId}`).toString('base64url') : null
  return { items, nextCursor }
}

// Postgres writes JSON times with its own zone offset; the contract says RFC 3339 in UTC.
const withUtcTimes = (list: PickList): PickList => ({
  ...list,
  dueAt: new Date(list.dueAt).toISOString(),
  createdAt: new Date(list.createdAt).toISOString(),
})

/** When the warehouse was told of an order, and how many lines it got; null before that. */
export async function findPickListOfOrder(
  orderNumber: string,
): Promise<{ createdAt: Date; lineCount: number } | null> {
  const [row] = await statement<{ created_at: Date; lines: number }>(
    'find-pick-list-of-order',
    `SELECT created_at, (SELECT count(*)::int FROM pick_line WHERE pick_list_id = pick_list.id) AS lines
       FROM pick_list WHERE order_number = $1`,
    [orderNumber],
  )
  return row ? { createdAt: row.created_at, lineCount: row.lines } : null
}
