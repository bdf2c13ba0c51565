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
  const plain = 'px-2 text-right font-medium text-ink-soft text-xs'
  return (
    <>
      <SortHead {...sorting('name')}>Name</SortHead>
      <SortHead {...sorting('sku')} className="w-28 max-md:hidden">
        SKU
      </SortHead>
      <SortHead {...sorting('onHand')} align="right" className="w-22 max-md:hidden">
        On hand
      </SortHead>
      <th scope="col" className={`${plain} w-16 max-lg:hidden`}>
        Held
      </th>
      <SortHead {...sorting('available')} align="right" className="w-24 max-md:hidden">
        Available
      </SortHead>
      <th scope="col" className="w-18 max-lg:hidden">
        <span className="sr-only">Held of what is on hand, as a bar</span>
      </th>
      <SortHead {...sorting('shortfall')} align="right" className="w-24 max-md:hidden">
        Shortfall
      </SortHead>
      <th scope="col" className={`${plain} w-14 max-xl:hidden`}>
        Bins
      </th>
      <th scope="col" className={`${plain} w-20 max-xl:hidden`}>
        Zone
      </th>
      <th scope="col" className={`${plain} w-32 max-xl:hidden`}>
        Earliest expiry
      </th>
      <th scope="col" className={`${plain} w-26 pr-4 max-md:hidden`}>
        Last change
      </th>
    </>
  )
}
