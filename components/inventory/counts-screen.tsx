'use client'
import { parseAsString, useQueryState, useQueryStates } from 'nuqs'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { CsvLink } from '@/components/ui/csv-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { Sheet } from '@/components/ui/sheet'
import { LoadingRows } from '@/components/ui/skeleton'
import { RowKeys } from '@/components/ui/table'
import { type CountState, countStateSchema } from '@/lib/inventory/schema'
import { type CountList, countListSchema, countSearch, countsPath } from './count-paths'
import { COUNT_STATES } from './count-words'
import { CountsTable } from './counts-table'
import { InventoryHeading } from './inventory-heading'
import { OpenCountDialog } from './open-count-dialog'

const ORDER: Record<CountState, number> = { counted: 0, open: 1, approved: 2, rejected: 3, cancelled: 4 }
const STATES = [...countStateSchema.options]
  .sort((one, other) => ORDER[one] - ORDER[other])
  .map((id) => ({ id, text: COUNT_STATES[id].text }))

const EMPTY: Record<CountState, { title: string; text: string }> = {
  counted: {
    title: 'Nothing waits for approval',
    text: 'A count whose differences are over the site’s limit comes here; smaller ones are written at once.',
  },
  open: { title: 'Nothing is being counted', text: 'Have a bin or an item counted, and a picker sees it.' },
  approved: { title: 'No count is in the book yet', text: 'A finished count comes here once it is written.' },
  rejected: { title: 'None was rejected', text: 'A count that a manager did not believe comes here.' },
  cancelled: { title: 'None was cancelled', text: 'A count that nobody had to make comes here.' },
}
/** Counts of the floor against the book; those that wait for a decision first. */
export function CountsScreen({ site, initial }: { site: string; initial: Initial<CountList> }) {
  const [search, setSearch] = useQueryStates(countSearch)
  /** The bin to be counted, when an address or the button asks for it; the button knows none. */
  const [asked, setAsked] = useQueryState('count', parseAsString)
  const counts = useLiveQuery({
    site,
    topic: 'picks',
    path: countsPath(site, search),
    schema: countListSchema,
    initial,
  })
  const none = EMPTY[search.state]
  return (
    <div className="flex flex-col gap-4">
      <InventoryHeading />
      <RowKeys>
        <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <ChoiceBar
            label="State"
            options={STATES}
            chosen={search.state}
            onChoose={(state) => void setSearch({ state, cursor: null }, { history: 'push' })}
          />
          <span className="flex flex-wrap items-center gap-2">
            <CsvLink path={countsPath(site, search)} />
            <Button onPress={() => void setAsked('')}>Have a bin counted</Button>
          </span>
        </div>
        <Sheet>
          <Answered query={counts} loading={<LoadingRows rows={8} />}>
            {({ items, nextCursor }) =>
              items.length === 0 ? (
                <EmptyState title={none.title}>{none.text}</EmptyState>
              ) : (
                <div>
                  <CountsTable counts={items} />
                  <Pager
                    isFirst={search.cursor === null}
                    nextCursor={nextCursor}
                    onGo={(cursor) => void setSearch({ cursor }, { history: 'push', scroll: true })}
                  />
                </div>
              )
            }
          </Answered>
        </Sheet>
      </RowKeys>
      {asked === null ? null : (
        <OpenCountDialog key={asked} site={site} bin={asked} onClose={() => void setAsked(null)} />
      )}
    </div>
  )
}
