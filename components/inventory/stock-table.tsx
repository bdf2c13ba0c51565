'use client'
import { SortHead } from '@/components/ui/sort-head'
import { PHONE, useMedia } from '@/components/ui/use-media'
import { VirtualTable } from '@/components/ui/virtual-table'
import type { StockLevel, StockSort } from '@/lib/inventory/schema'
import type { StockSearch } from './stock-paths'
import { StockCells } from './stock-row'
import type { useFreshLevels } from './use-fresh-levels'

const ROW_PX = 40
const CARD_PX = 92
/** So many rows before the end the next page is asked for. */
const AHEAD = 60

type Props = {
  rows: readonly StockLevel[]
  total: number
  fresh: ReturnType<typeof useFreshLevels>
  search: StockSearch
  onSort: (sort: StockSort) => void
  onEnd: () => void
}

/** Every SKU of a site, however many, as dense rows; on a phone as cards. */
export function StockTable({ rows, total, fresh, search, onSort, onEnd }: Props) {
  const isPhone = useMedia(PHONE)
  return (
    <VirtualTable
      label="Stock"
      head={<Heads search={search} onSort={onSort} />}
      columns={10}
      count={rows.length}
      total={total}
      rowPx={isPhone ? CARD_PX : ROW_PX}
      keyOf={(index) => rows[index]?.sku ?? String(index)}
      onWindow={(first, last) => {
        fresh.onWindow(first, last)
        if (last > rows.length - AHEAD) onEnd()
      }}
    >
      {(index) => {
        const row = rows[index]
        return row ? <StockCells level={fresh.levelOf(row)} hasChanged={fresh.hasChanged(row)} /> : null
      }}
    </VirtualTable>
  )
}

function Heads({ search, onSort }: Pick<Props, 'search' | 'onSort'>) {
  const sorting = (sort: StockSort) => ({
    sorted: search.sort === sort ? search.direction : null,
    onSort: () => onSort(sort),
  })
  const plain = 'px-2 font-medium text-ink-soft text-xs text-right max-xl:hidden'
  return (
    <>
      <SortHead {...sorting('name')}>Name</SortHead>
      <SortHead {...sorting('sku')} className="w-36 max-md:hidden">
        SKU
      </SortHead>
      <SortHead {...sorting('onHand')} align="right" className="w-24 max-md:hidden">
        On hand
      </SortHead>
      <th scope="col" className="w-20 px-2 text-right font-medium text-ink-soft text-xs max-lg:hidden">
        Held
      </th>
      <SortHead {...sorting('available')} align="right" className="w-24 max-md:hidden">
        Available
      </SortHead>
      <SortHead {...sorting('shortfall')} className="w-28 max-lg:hidden">
        Shortfall
      </SortHead>
      <th scope="col" className={`${plain} w-16`}>
        Bins
      </th>
      <th scope="col" className={`${plain} w-24`}>
        Zone
      </th>
      <th scope="col" className={`${plain} w-32`}>
        Earliest expiry
      </th>
      <th scope="col" className="w-28 px-2 pr-4 text-right font-medium text-ink-soft text-xs max-md:hidden">
        Last change
      </th>
    </>
  )
}
