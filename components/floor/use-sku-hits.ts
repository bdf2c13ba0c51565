'use client'
import { useMemo } from 'react'
import { useLiveQuery } from '@/components/live/use-live-query'
import { type Stock, stockSchema } from '@/lib/inventory/schema'
import type { FloorModel } from './floor-model'
import { stockOfPath } from './floor-paths'

export type SkuHits = {
  item: Stock | undefined
  places: readonly { bin: string; units: number }[]
  /** Places in the map; null while nothing is searched for. */
  hits: readonly number[] | null
  error: string | null
}

const NO_ITEM = '-'

/** The bins an item lies in, live; nothing when no item is chosen. */
export function useSkuHits(site: string, sku: string | null, model: FloorModel | undefined): SkuHits {
  const stock = useLiveQuery({
    site,
    topic: 'floor',
    id: sku ?? NO_ITEM,
    path: stockOfPath(site, sku ?? NO_ITEM),
    schema: stockSchema,
    isEnabled: sku !== null,
  })
  const item = sku === null || stock.isPlaceholderData ? undefined : stock.data
  return useMemo(() => {
    const units = new Map<string, number>()
    for (const { bin, onHand } of item?.bins ?? [])
      if (onHand > 0 && model?.indexOf.has(bin)) units.set(bin, (units.get(bin) ?? 0) + onHand)
    const places = [...units]
      .map(([bin, count]) => ({ bin, units: count }))
      .sort((a, b) => (a.bin < b.bin ? -1 : 1))
    const hits = sku === null ? null : places.map(({ bin }) => model?.indexOf.get(bin) ?? 0)
    const error = sku !== null && stock.isError ? (stock.error?.message ?? '') : null
    return { item, places, hits, error }
  }, [item, model, sku, stock.isError, stock.error])
}
