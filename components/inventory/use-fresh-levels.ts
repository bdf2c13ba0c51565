'use client'
import { useCallback, useEffect, useState } from 'react'
import { useLiveQuery } from '@/components/live/use-live-query'
import { useSettled } from '@/components/ui/use-settled'
import { type StockLevel, stockListSchema } from '@/lib/inventory/schema'
import { stockLevelsPath } from './stock-paths'

/** So long a row is in sight before its level is asked for again: who scrolls by asks nothing. */
const STILL_MS = 200
/** What one request may name. */
const MOST = 100

type Window = { first: number; last: number }

/**
 * The rows as they are now, in the order in which they were read: what is in sight is asked for again when stock
 * changes, and nothing jumps under the reader's eyes. `changes` is how many rows are no longer as they were read.
 */
export function useFreshLevels(site: string, rows: readonly StockLevel[]) {
  const [{ first, last }, setWindow] = useState<Window>({ first: 0, last: 30 })
  const [known, setKnown] = useState<ReadonlyMap<string, StockLevel>>(new Map())
  const inSight = rows.slice(first, Math.min(last + 1, first + MOST)).map(({ sku }) => sku)
  const path = useSettled(stockLevelsPath(site, inSight), STILL_MS)
  const { data } = useLiveQuery({ site, topic: 'floor', path, schema: stockListSchema })
  useEffect(() => {
    if (data) setKnown((old) => new Map([...old, ...data.items.map((level) => [level.sku, level] as const)]))
  }, [data])
  const onWindow = useCallback(
    (from: number, to: number) =>
      setWindow((old) => (old.first === from && old.last === to ? old : { first: from, last: to })),
    [],
  )
  const hasChanged = (row: StockLevel) => (known.get(row.sku)?.version ?? row.version) > row.version
  return {
    onWindow,
    levelOf: (row: StockLevel): StockLevel => (hasChanged(row) ? (known.get(row.sku) ?? row) : row),
    hasChanged,
    changes: rows.filter(hasChanged).length,
  }
}
