'use client'
import { useQueryStates } from 'nuqs'
import { useState } from 'react'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { CsvLink } from '@/components/ui/csv-link'
import { EmptyState } from '@/components/ui/empty-state'
import { NarrowedBy } from '@/components/ui/narrowed-by'
import { PageHeading } from '@/components/ui/page-heading'
import { Pager } from '@/components/ui/pager'
import { SelectField } from '@/components/ui/select-field'
import { Sheet } from '@/components/ui/sheet'
import { LoadingRows } from '@/components/ui/skeleton'
import { RowKeys } from '@/components/ui/table'
import { queueTitle } from '@/lib/queue-health/rules/queue-words'
import {
  type DeadLetterList,
  deadLetterListSchema,
  deadLetterSearch,
  deadLettersPath,
} from './dead-letter-paths'
import { DEAD_LETTER_KINDS, DEAD_LETTER_STATES } from './dead-letter-words'
import { DeadLettersBar } from './dead-letters-bar'
import { DeadLettersTable } from './dead-letters-table'

const STATES = [
  { id: 'dead', text: DEAD_LETTER_STATES.dead.text },
  { id: 'replaying', text: DEAD_LETTER_STATES.replaying.text },
  { id: 'replayed', text: DEAD_LETTER_STATES.replayed.text },
  { id: 'discarded', text: DEAD_LETTER_STATES.discarded.text },
] as const

const KINDS = [
  { id: 'all', text: 'Every kind' },
  { id: 'step', text: DEAD_LETTER_KINDS.step },
  { id: 'event', text: DEAD_LETTER_KINDS.event },
  { id: 'webhook', text: DEAD_LETTER_KINDS.webhook },
] as const

const CLOCK_MS = 10_000

/** Work that was given up, to be replayed or laid aside. */
export function DeadLettersScreen({ site, initial }: { site: string; initial: Initial<DeadLetterList> }) {
  const [search, setSearch] = useQueryStates(deadLetterSearch)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const path = deadLettersPath(site, search)
  const list = useLiveQuery({
    site,
    topic: 'queues',
    path,
    schema: deadLetterListSchema,
    initial,
    everyMs: CLOCK_MS,
  })
  // What is chosen goes with what is on screen: nobody replays what they do not see.
  const narrow = (to: Partial<typeof search>) => {
    setChosen(new Set())
    void setSearch({ cursor: null, ...to }, { history: 'push' })
  }
  return (
    <div className="flex flex-col gap-4">
      <PageHeading title="Dead letters" hasFilters>
        work that was given up, newest first
      </PageHeading>
      <RowKeys>
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <ChoiceBar
            label="State"
            options={STATES}
            chosen={search.state}
            onChoose={(state) => narrow({ state })}
          />
          <div className="w-44">
            <SelectField
              label="Kind"
              hidesLabel
              options={KINDS}
              chosen={search.kind ?? 'all'}
              onChoose={(kind) => narrow({ kind: kind === 'all' ? null : kind })}
            />
          </div>
          {search.queue ? (
            <NarrowedBy onRemove={() => narrow({ queue: null })}>{queueTitle(search.queue)}</NarrowedBy>
          ) : null}
          <CsvLink path={path} />
        </div>
        <Sheet>
          <Answered query={list} loading={<LoadingRows rows={8} />}>
            {({ items, nextCursor }) =>
              items.length === 0 ? (
                <NoLetters
                  isNarrowed={search.kind !== null || search.queue !== null}
                  state={search.state}
                  onClear={() => narrow({ kind: null, queue: null })}
                />
              ) : (
                <div>
                  {search.state === 'dead' ? (
                    <DeadLettersBar
                      site={site}
                      letters={items}
                      chosen={chosen}
                      onChoose={setChosen}
                      filter={{ kind: search.kind ?? undefined, queue: search.queue ?? undefined }}
                    />
                  ) : null}
                  <DeadLettersTable
                    letters={items}
                    chosen={search.state === 'dead' ? chosen : null}
                    onChoose={setChosen}
                    onQueue={(queue) => narrow({ queue })}
                  />
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

type NoProps = { isNarrowed: boolean; state: keyof typeof DEAD_LETTER_STATES; onClear: () => void }

function NoLetters({ isNarrowed, state, onClear }: NoProps) {
  const word = DEAD_LETTER_STATES[state].text.toLowerCase()
  if (isNarrowed)
    return (
      <EmptyState
        title="No letter fits"
        action={<Button onPress={onClear}>Show every kind and queue</Button>}
      >
        None of this kind or queue is {word}.
      </EmptyState>
    )
  return (
    <EmptyState title={`Nothing is ${word}`}>
      A step, an event or a webhook comes here when it has failed for the last time, with all that is needed
      to do it after all.
    </EmptyState>
  )
}
