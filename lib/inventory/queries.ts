import { statement } from '@/lib/platform/db'
import type { Stock, StockList } from './schema'

type Sites = string[] | 'all'
const siteList = (siteIds: Sites): string[] | null => (siteIds === 'all' ? null : siteIds)

/** Where a SKU lies at these sites, in address order; null when the catalogue does not know it. One query. */
export async function findStock(sku: string, siteIds: Sites): Promise<Stock | null> {
  const rows = await statement<{
    bin: string | null
    on_hand: number
    held: number
    lot: string | null
    expires_on: string | null
  }>(
    'find-stock',
    `SELECT bin.code AS bin, stock.on_hand, stock.held, stock.lot, to_char(stock.expires_on, 'YYYY-MM-DD') AS expires_on
       FROM product
       LEFT JOIN stock_line stock ON stock.sku = product.sku AND ($2::text[] IS NULL OR stock.site_id = ANY ($2))
       LEFT JOIN bin ON bin.id = stock.bin_id
      WHERE product.sku = $1 ORDER BY bin.code`,
    [sku, siteList(siteIds)],
  )
  if (rows.length === 0) return null
  const bins = rows.flatMap(({ bin, on_hand, held, lot, expires_on }) =>
    bin === null
      ? []
      : [
          {
            bin,
            onHand: on_hand,
            held,
            ...(lot ? { lot } : {}),
            ...(expires_on ? { expiresOn: expires_on } : {}),
          },
        ],
  )
  const onHand = bins.reduce((sum, bin) => sum + bin.onHand, 0)
  const held = bins.reduce((sum, bin) => sum + bin.held, 0)
  return { sku, onHand, held, available: onHand - held, bins }
}

/** The SKUs that a site has or had in a bin, by SKU. The cursor is the last SKU. One query. */
export async function listStock(siteId: string, limit: number, cursor?: string): Promise<StockList> {
  const after = cursor ? Buffer.from(cursor, 'base64url').toString() : ''
  const rows = await statement<StockList['items'][number]>(
    'list-stock',
    `SELECT stock.sku, product.name, sum(on_hand)::int AS "onHand", sum(held)::int AS held,
            sum(on_hand - held)::int AS available
       FROM stock_line stock JOIN product ON product.sku = stock.sku
      WHERE stock.site_id = $1 AND stock.sku > $2
      GROUP BY stock.sku, product.name ORDER BY stock.sku LIMIT $3`,
    [siteId, after, limit + 1],
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last ? Buffer.from(last.sku).toString('base64url') : null,
  }
}

/** The bins whose units are held for an order, by line and address. */
export async function listBinsOfOrder(
  orderNumber: string,
): Promise<{ lineNumber: number; sku: string; bin: string; quantity: number }[]> {
  return statement(
    'list-bins-of-order',
    `SELECT hold.line_number AS "lineNumber", stock.sku, bin.code AS bin, hold.quantity
       FROM stock_hold hold JOIN stock_line stock ON stock.id = hold.stock_line_id JOIN bin ON bin.id = stock.bin_id
      WHERE hold.order_number = $1 AND hold.state = 'held' ORDER BY hold.line_number, bin.code`,
    [orderNumber],
  )
}
