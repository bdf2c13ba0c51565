'use client'
import { useQueryStates } from 'nuqs'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { CsvLink } from '@/components/ui/csv-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Pager } from '@/components/ui/pager'
import { Sheet } from '@/components/ui/sheet'
import { LoadingRows } from '@/components/ui/skeleton'
import { RowKeys } from '@/components/ui/table'
import { type DecisionList, decisionListSchema } from '@/lib/conveyor/figures-schema'
import { type DecisionSearch, decisionSearch, decisionsPath } from './conveyor-paths'
import { DecisionFilters } from './decision-filters'
import { DecisionsTable } from './decisions-table'

const CLOCK_MS = 10_000
/** No change is about a list of the past; the clock brings it up to date. */
const NOBODY = 'decisions'

type Props = { site: string; initial: Initial<DecisionList>; mayWatch: boolean }

/** What scanners were answered, narrowed to what somebody asked about. */
export function DecisionsScreen({ site, initial, mayWatch }: Props) {
  const [search, setSearch] = useQueryStates(decisionSearch)
  const list = useLiveQuery({
    ...{ site, topic: 'conveyor', id: NOBODY, path: decisionsPath(site, search) },
    ...{ schema: decisionListSchema, initial, everyMs: CLOCK_MS },
  })
  const narrow = (to: Partial<DecisionSearch>) =>
    void setSearch({ cursor: null, ...to }, { history: 'barcode' in to ? 'replace' : 'push' })
  const isNarrowed = Object.values(search).some((value) => value !== null)
  return (
    <div className="flex flex-col gap-4">
      {mayWatch ? (
        <Breadcrumb href="/conveyor" list="Conveyor">
          Decisions
        </Breadcrumb>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <PageHeading title="Decisions" hasFilters>
          what scanners were answered, newest first
        </PageHeading>
        <CsvLink path={decisionsPath(site, search)} />
      </div>
      <RowKeys>
        <DecisionFilters search={search} onNarrow={narrow} />
        <Sheet>
          <Answered query={list} loading={<LoadingRows rows={10} />}>
            {({ items, nextCursor }) =>
              items.length === 0 ? (
                <EmptyState
                  title={isNarrowed ? 'No scan fits' : 'No box was scanned yet'}
                  action={
                    isNarrowed ? <Button onPress={() => void setSearch(null)}>Show every scan</Button> : null
                  }
                >
                  Each box that passes a scanner appears here with its answer and what became of it.
                </EmptyState>
              ) : (
                <div>
                  <DecisionsTable decisions={items} />
                  <Pager
                    isFirst={search.cursor === null}
                    nextCursor={nextCursor}
                    onGo={(cursor) => narrow({ cursor })}
                  />
                </div>
              )
            }
          </Answered>
        </Sheet>
      </RowKeys>
    </div>
  )
}
