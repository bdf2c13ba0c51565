import type { Stock, StockCount } from '@/lib/inventory/schema'

/** A place to count at: of one item, or of whatever lies there. */
export type CountStop = { bin: string; item: { sku: string; name: string } | null; lot: string | null }

/** Where units are that are nowhere: nobody can count there. */
const NOWHERE = 'UNPLACED'

/**
 * Where a count leads, in address order. It says nothing of how much the book has there, for who counts must not know.
 * @param stock of the counted item, where the count names no bin
 */
export function countStops(
  count: Pick<StockCount, 'bin' | 'sku' | 'name'>,
  stock: Stock | null,
): CountStop[] {
  const item = count.sku === null ? null : { sku: count.sku, name: count.name ?? count.sku }
  const lots = (stock?.bins ?? [])
    .filter(({ bin }) => bin !== NOWHERE && (count.bin === null || bin === count.bin))
    .map(({ bin, lot = null }) => ({ bin, item, lot }))
  if (count.bin !== null && lots.length === 0) return [{ bin: count.bin, item, lot: null }]
  return lots.sort(
    (one, other) => one.bin.localeCompare(other.bin) || (one.lot ?? '').localeCompare(other.lot ?? ''),
  )
}

/** What tells one counted line from another. */
export const lineKey = ({ bin, sku, lot }: { bin: string; sku: string; lot?: string | null }): string =>
  `${bin} ${sku} ${lot ?? ''}`
