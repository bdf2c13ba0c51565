import { statement } from '@/lib/platform/db'

/** Brings the levels of all SKUs up to their stock lines; one round trip, next to nothing when no stock has changed. */
export async function foldStockLevels(): Promise<number> {
  const [row] = await statement<{ folded: number }>(
    'fold-stock-levels',
    'SELECT fold_stock_levels() AS folded',
    [],
  )
  return row?.folded ?? 0
}
