'use client'
import { useQueryStates } from 'nuqs'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { CsvLink } from '@/components/ui/csv-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { RowKeys } from '@/components/ui/table'
import { type PairList, pairListSchema, pairSearch, pairsPath } from './pair-paths'
import { ADVICE } from './pair-words'
import { PairsTable } from './pairs-table'

/** Stock moves all the time and pairs slowly: often enough, and no order asks for it. */
const EVERY_MS = 60_000
const OPTIONS = (['together', 'apart', 'as-it-is'] as const).map((id) => ({ id, text: ADVICE[id].text }))

/** What is bought together, how far apart it lies, and what there is to win. */
export function PairsScreen({ site, initial }: { site: string; initial: Initial<PairList> }) {
  const [search, setSearch] = useQueryStates(pairSearch)
  const path = pairsPath(site, search)
  const pairs = useLiveQuery({
    ...{ site, path, initial, topic: 'floor', schema: pairListSchema, everyMs: EVERY_MS },
  })
  const { title, none } = ADVICE[search.advice]
  return (
    <div className="flex flex-col gap-4 md:gap-5">
      <PageHeading title="Bought together" hasFilters>
        and how far apart it lies today
      </PageHeading>
      <RowKeys>
        <div className="mb-3">
          <ChoiceBar
            label="Advice"
            options={OPTIONS}
            chosen={search.advice}
            onChoose={(advice) => void setSearch({ advice }, { history: 'push' })}
          />
        </div>
        <Panel title={title} aside={<CsvLink path={path} />} flush>
          <Answered query={pairs} loading={<LoadingRows rows={8} />}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState title="No such pairs">{none}</EmptyState>
              ) : (
                <PairsTable pairs={items} />
              )
            }
          </Answered>
        </Panel>
      </RowKeys>
    </div>
  )
}
