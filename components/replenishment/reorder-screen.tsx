'use client'
import { useQueryStates } from 'nuqs'
import { Answered } from '@/components/live/answered'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { CsvLink } from '@/components/ui/csv-link'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { LoadingRows } from '@/components/ui/skeleton'
import { RowKeys } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { REORDERS } from '@/lib/replenishment/events'
import { type ReorderList, reorderListSchema, suggestedSchema } from '@/lib/replenishment/reorder-schema'
import { ReorderFilters } from './reorder-filters'
import { ReorderList as Rows } from './reorder-list'
import { reorderListPath, reorderSearch, suggestPath } from './reorder-paths'

type Props = { site: string; initial: Initial<ReorderList> }

/** What to order when: what runs out first on top, decided and sent in one go. */
export function ReorderScreen({ site, initial }: Props) {
  const [search, setSearch] = useQueryStates(reorderSearch)
  const { change, isPending } = useChange(site, 'floor')
  const path = reorderListPath(site, search)
  const query = useLiveQuery({ site, topic: 'floor', id: REORDERS, path, schema: reorderListSchema, initial })
  const suggest = () =>
    void change({
      send: async () => {
        const { proposed, judged } = await sendJson('POST', suggestPath(site), suggestedSchema)
        return `${judged} items looked at, ${proposed} to order`
      },
      failed: 'Nothing was computed',
    })
  return (
    <div className="flex flex-col gap-4 md:gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageHeading title="Replenishment" hasFilters>
          {query.data?.computed ? (
            <>
              computed <Time at={query.data.computed.at} />
            </>
          ) : (
            'what to order when'
          )}
        </PageHeading>
        <div className="flex flex-wrap gap-2">
          <CsvLink path={reorderListPath(site, search)} />
          <LinkButton href="/replenishment/running-out">Out soon</LinkButton>
          <LinkButton href="/replenishment/calendar">Calendar</LinkButton>
          <LinkButton href="/replenishment/space">Shelf space</LinkButton>
          <Button isPending={isPending} onPress={suggest}>
            {isPending ? 'Computing…' : 'Compute now'}
          </Button>
        </div>
      </div>
      <Answered query={query} loading={<LoadingRows rows={12} />}>
        {(list) => (
          <>
            <ReorderFilters
              list={list}
              search={search}
              onNarrow={(to) => void setSearch({ ...to, cursor: null }, { history: 'push' })}
            />
            <RowKeys>
              <Rows
                key={path}
                {...{ site, list }}
                state={search.state}
                isFirst={search.cursor === null}
                onGo={(cursor) => void setSearch({ cursor }, { history: 'push', scroll: true })}
              />
            </RowKeys>
          </>
        )}
      </Answered>
    </div>
  )
}
