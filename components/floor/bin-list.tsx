'use client'
import { useEffect, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Count } from '@/components/ui/count'
import { EmptyState } from '@/components/ui/empty-state'
import { SelectField } from '@/components/ui/select-field'
import { SortHead } from '@/components/ui/sort-head'
import { PHONE, useMedia } from '@/components/ui/use-media'
import { VirtualTable } from '@/components/ui/virtual-table'
import { BinCells } from './bin-row'
import type { FloorSearch, Sort } from './floor-paths'
import { sortBins } from './sort-bins'
import type { Floor } from './use-floor'

const ROW_PX = 40
const CARD_PX = 72
/** Rows jump when they are sorted anew, so not with every change. */
const SORTED_MS = 3_000
const SHOWN_MS = 1_000
const ALL = 'all'

type Props = {
  floor: Floor
  search: FloorSearch
  hits: readonly number[] | null
  onNarrow: (to: Partial<FloorSearch>) => void
  onOpen: (code: string) => void
}

/** The map's facts as a table, for eyes that read and for ears. */
export function BinList({ floor, search, hits, onNarrow, onOpen }: Props) {
  const isPhone = useMedia(PHONE)
  const { zone, aisle, query, sort, direction } = search
  const sorted = useVersionEvery(floor, SORTED_MS)
  // Rows draw what is true a second ago at most.
  useVersionEvery(floor, SHOWN_MS)
  // biome-ignore lint/correctness/useExhaustiveDependencies: levels are written in place; their version says when
  const bins = useMemo(
    () =>
      sortBins(floor.model, floor.levels, { zone, aisle, query: hits ? '' : query, hits, sort, direction }),
    [floor, zone, aisle, query, hits, sort, direction, sorted],
  )
  return (
    <div className="flex h-full flex-col">
      <Filters floor={floor} search={search} onNarrow={onNarrow} count={bins.length} />
      <div className="min-h-0 grow">
        {bins.length === 0 ? (
          <EmptyState
            title="No bin fits"
            action={
              <Button onPress={() => onNarrow({ zone: null, aisle: null, query: '', sku: null })}>
                Show all bins
              </Button>
            }
          >
            Another zone or aisle, or a part of a bin's code, finds it.
          </EmptyState>
        ) : (
          <VirtualTable
            label="Bins"
            head={<Heads search={search} onNarrow={onNarrow} />}
            count={bins.length}
            total={bins.length}
            rowPx={isPhone ? CARD_PX : ROW_PX}
            keyOf={(index) => String(bins[index])}
            onWindow={() => {}}
          >
            {(index) => {
              const bin = bins[index]
              return bin === undefined ? null : <BinCells floor={floor} bin={bin} onOpen={onOpen} />
            }}
          </VirtualTable>
        )}
      </div>
    </div>
  )
}

/** The levels' version, looked at every so often. */
function useVersionEvery({ levels }: Floor, everyMs: number): number {
  const [version, setVersion] = useState(levels.version)
  useEffect(() => {
    const look = () => setVersion(levels.version)
    look()
    const timer = setInterval(look, everyMs)
    return () => clearInterval(timer)
  }, [levels, everyMs])
  return version
}

function Filters({
  floor,
  search,
  onNarrow,
  count,
}: Pick<Props, 'floor' | 'search' | 'onNarrow'> & { count: number }) {
  const { zones, aisles } = floor.model.map
  const inZone = aisles.filter(({ zone }) => search.zone === null || zone === search.zone)
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b px-4 py-2">
      <SelectField
        label="Zone"
        hidesLabel
        options={[
          { id: ALL, text: 'All zones' },
          ...zones.map(({ code, name }) => ({ id: code, text: name })),
        ]}
        chosen={search.zone ?? ALL}
        onChoose={(id) => onNarrow({ zone: id === ALL ? null : id, aisle: null })}
      />
      <SelectField
        label="Aisle"
        hidesLabel
        options={[{ id: ALL, text: 'All aisles' }, ...inZone.map(({ code }) => ({ id: code, text: code }))]}
        chosen={search.aisle ?? ALL}
        onChoose={(id) => onNarrow({ aisle: id === ALL ? null : id })}
      />
      <p role="status" className="text-ink-soft text-sm tabular-nums">
        <Count value={count} /> {count === 1 ? 'bin' : 'bins'}
      </p>
    </div>
  )
}

function Heads({ search, onNarrow }: Pick<Props, 'search' | 'onNarrow'>) {
  const sorting = (sort: Sort) => ({
    sorted: search.sort === sort ? search.direction : null,
    onSort: () =>
      onNarrow({ sort, direction: search.sort === sort && search.direction === 'asc' ? 'desc' : 'asc' }),
  })
  return (
    <>
      <SortHead {...sorting('bin')}>Bin</SortHead>
      <th scope="col" className="w-28 px-2 font-medium text-ink-soft text-xs max-md:hidden">
        Zone
      </th>
      <SortHead {...sorting('fill')} className="w-44 max-md:w-24">
        Filled
      </SortHead>
      <SortHead {...sorting('units')} align="right" className="w-24 max-md:hidden">
        Units
      </SortHead>
      <SortHead {...sorting('skus')} align="right" className="w-20 max-md:hidden">
        SKUs
      </SortHead>
      <SortHead {...sorting('oldest')} align="right" className="w-28 max-lg:hidden">
        Oldest
      </SortHead>
      <SortHead {...sorting('expiry')} align="right" className="w-36 max-lg:hidden">
        Expires
      </SortHead>
      <SortHead {...sorting('picks')} align="right" className="w-32 max-md:hidden">
        Taken, 24 h
      </SortHead>
    </>
  )
}
