import type { InventoryFact } from '@/lib/inventory/events'
import { parseInventoryEvent } from '@/lib/inventory/parse-inventory-event'
import { pool } from '@/lib/platform/db'
import { SHOP } from './open-shop'

let told = 0

/** An event of the test shop as it is sent: `tell('received', { sku: 'MILK', quantity: 3, bin: 'A01-1-A1' })`. */
export function tell(type: string, data: Record<string, unknown>, id = `t${++told}`): InventoryFact {
  const observedAt = '2026-11-21T09:00:00.000Z'
  const read = parseInventoryEvent(
    {
      specversion: '1.0',
      id,
      source: '/test',
      type: `stowline.inventory.${type}${/\.v\d$/.test(type) ? '' : '.v1'}`,
      data: { site: SHOP, observedAt, ...data },
    },
    new Date('2026-12-01T00:00:00Z'),
  )
  if (!read.ok) throw new Error(read.reason)
  return read.event
}

/** On hand less shortfall by `bin sku lot`, without what is zero. */
export async function stockByBin(): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ name: string; units: number }>(
    `SELECT trim(concat_ws(' ', bin.code, sku, lot)) AS name, on_hand - shortfall AS units
       FROM stock_line JOIN bin ON bin.id = bin_id WHERE on_hand <> shortfall ORDER BY 1`,
  )
  return Object.fromEntries(rows.map(({ name, units }) => [name, units]))
}

/** Lines whose ledger, holds or discrepancies do not say the same as they do. None, always. */
export async function strayLines(): Promise<unknown[]> {
  const { rows } = await pool.query(
    `SELECT line.*, ledger.units FROM stock_line line
       FULL JOIN (SELECT bin_id, sku, lot, sum(quantity)::int AS units FROM ledger_book GROUP BY 1, 2, 3) ledger USING (bin_id, sku, lot)
      WHERE coalesce(ledger.units, 0) <> coalesce(line.on_hand - line.shortfall, 0) OR line.on_hand < 0 OR line.held > line.on_hand
         OR line.held <> (SELECT coalesce(sum(quantity), 0) FROM stock_hold WHERE stock_line_id = line.id AND state = 'held')
         OR (line.shortfall > 0) <> EXISTS (SELECT 1 FROM discrepancy found WHERE found.bin_id = line.bin_id AND found.sku = line.sku
              AND found.lot = line.lot AND found.resolved_at IS NULL AND found.quantity = line.shortfall)`,
  )
  return rows
}
