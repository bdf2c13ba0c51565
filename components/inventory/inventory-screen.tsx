'use client'
import { useQueryStates } from 'nuqs'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { usePages } from '@/components/live/use-pages'
import { Button } from '@/components/ui/button'
import { CsvLink } from '@/components/ui/csv-link'
import { EmptyState } from '@/components/ui/empty-state'
import { LoadingRows } from '@/components/ui/skeleton'
import { RowKeys } from '@/components/ui/table'
import { useSettled } from '@/components/ui/use-settled'
import { type StockLevel, type StockList, type StockSort, stockListSchema } from '@/lib/inventory/schema'
import { InventoryHeading } from './inventory-heading'
import { StockFilters } from './stock-filters'
import { type StockSearch, stockCountsPath, stockListPath, stockSearch } from './stock-paths'
import { StockTable } from './stock-table'
import { useFreshLevels } from './use-fresh-levels'

const TYPING_MS = 200
/** The counts add up the whole site, so they follow a single change with this delay only. */
const COUNTS_MS = 5_000

/** Everything a site has or had, stock-outs first: as many rows as there are, live, in an order that stands still. */
export function InventoryScreen({ site, initial }: { site: string; initial: Initial<StockList> }) {
  const [search, setSearch] = useQueryStates(stockSearch)
  const settled = { ...search, query: useSettled(search.query, TYPING_MS) }
  const { pages, readAgain } = usePages({
    path: stockListPath(site, settled),
    schema: stockListSchema,
    initial,
  })
  const counts = useLiveQuery({
    site,
    topic: 'floor',
    path: stockCountsPath(site, settled),
    schema: stockListSchema,
    id: 'every-sku',
    everyMs: COUNTS_MS,
  })
  const known = counts.data?.counts ?? pages.data?.pages[0]?.counts
  const narrow = (to: Partial<StockSearch>) => void setSearch(to, { history: 'push' })
  const sortBy = (sort: StockSort) => {
    const isTurned = search.sort === sort && search.direction === 'asc'
    const first = sort === 'onHand' || sort === 'shortfall' ? 'desc' : 'asc'
    narrow({ sort, direction: search.sort === sort ? (isTurned ? 'desc' : 'asc') : first })
  }
  return (
    <div className="flex h-[calc(100dvh-5.5rem)] min-h-[28rem] flex-col gap-3 max-md:h-[calc(100dvh-9.5rem)] md:h-[calc(100dvh-6.5rem)]">
      <InventoryHeading />
      <RowKeys isFilled>
        <StockFilters
          aside={<CsvLink path={stockListPath(site, settled)} />}
          search={search}
          counts={known}
          onType={(query) => void setSearch({ query: query || null })}
          onNarrow={narrow}
        />
        <div className="flex min-h-0 grow flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-panel">
          <Answered query={pages} loading={<LoadingRows rows={16} />} isFilled>
            {(read) => (
              <Levels
                site={site}
                rows={read.pages.flatMap((page) => page.items)}
                total={read.pages[0]?.counts[settled.state] ?? -1}
                search={search}
                onSort={sortBy}
                onClear={() => void setSearch(null, { history: 'push' })}
                onEnd={() => {
                  if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
                }}
                onReadAgain={() => void readAgain()}
              />
            )}
          </Answered>
        </div>
      </RowKeys>
    </div>
  )
}

type LevelsProps = {
  site: string
  rows: readonly StockLevel[]
  total: number
  search: StockSearch
  onSort: (sort: StockSort) => void
  onClear: () => void
  onEnd: () => void
  onReadAgain: () => void
}

function Levels({ site, rows, onClear, onReadAgain, ...rest }: LevelsProps) {
  const fresh = useFreshLevels(site, rows)
  if (rows.length === 0) return <NoStock search={rest.search} onClear={onClear} />
  return (
    <div className="relative min-h-0 grow">
      <StockTable rows={rows} fresh={fresh} {...rest} />
      <div role="status" className="absolute inset-x-0 bottom-3 z-3 flex justify-center">
        {fresh.changes > 0 ? (
          <span className="rounded-md bg-surface shadow-float">
            <Button onPress={onReadAgain}>
              {fresh.changes} {fresh.changes === 1 ? 'row has' : 'rows have'} changed: sort again
            </Button>
          </span>
        ) : null}
      </div>
    </div>
  )
}

function NoStock({ search, onClear }: { search: StockSearch; onClear: () => void }) {
  const isNarrowed = search.query !== '' || search.zone !== null || search.state !== 'all'
  if (!isNarrowed)
    return (
      <EmptyState title="No stock yet">
        An item appears here with the first event that tells of it, or with the first import.
      </EmptyState>
    )
  if (search.query === '' && search.zone === null && search.state !== 'all')
    return (
      <EmptyState title="None, and that is well" action={<Button onPress={onClear}>Show all stock</Button>}>
        No item of this site is in this state.
      </EmptyState>
    )
  return (
    <EmptyState title="No item fits" action={<Button onPress={onClear}>Show all stock</Button>}>
      A part of the name, the beginning of a SKU or a whole GTIN finds it.
    </EmptyState>
  )
}
