import type { Stock, StockCount } from '@/lib/inventory/schema'

/** A bin to count in: one item, or whatever lies there. */
export type CountStop = { bin: string; item: { sku: string; name: string } | null }

/** Where units are that are nowhere: nobody can count there. */
const NOWHERE = 'UNPLACED'

/**
 * Where a count leads, in address order, each bin once: units counted without a lot are told apart by first to expire,
 * first out. It says nothing of how much the book has there, for who counts must not know.
 * @param stock of the counted item, where the count names one
 */
export function countStops(
  count: Pick<StockCount, 'bin' | 'sku' | 'name'>,
  stock: Stock | null,
): CountStop[] {
  const item = count.sku === null ? null : { sku: count.sku, name: count.name ?? count.sku }
  if (count.bin !== null) return [{ bin: count.bin, item }]
  const bins = new Set((stock?.bins ?? []).map(({ bin }) => bin))
  bins.delete(NOWHERE)
  return [...bins].sort((one, other) => one.localeCompare(other)).map((bin) => ({ bin, item }))
}

/** What tells one counted line from another. */
export const lineKey = ({
  bin,
  sku,
  lot,
}: {
  bin: string
  sku: string
  lot?: string | null | undefined
}): string => `${bin} ${sku} ${lot ?? ''}`
