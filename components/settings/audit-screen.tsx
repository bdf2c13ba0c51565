'use client'
import { useQueryStates } from 'nuqs'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { CsvLink } from '@/components/ui/csv-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Pager } from '@/components/ui/pager'
import { Sheet } from '@/components/ui/sheet'
import { LoadingRows } from '@/components/ui/skeleton'
import { type AuditChain, type AuditList, auditListSchema } from '@/lib/sites/audit-schema'
import { AuditChainNotice } from './audit-chain-notice'
import { type AuditChoices, AuditFilters } from './audit-filters'
import { type AuditSearch, auditPath, auditSearch } from './audit-paths'
import { AuditTable } from './audit-table'

const CLOCK_MS = 10_000

type Props = {
  site: string
  choices: AuditChoices
  initial: Initial<AuditList>
  initialChain: Initial<AuditChain>
}

/** Who did, or was refused, what on which thing; and whether the log is as it was written. */
export function AuditScreen({ site, choices, initial, initialChain }: Props) {
  const [search, setSearch] = useQueryStates(auditSearch)
  const path = auditPath(site, search)
  const list = useLiveQuery({
    ...{ site, topic: 'alerts', path, schema: auditListSchema, initial },
    everyMs: () => (search.cursor === null ? CLOCK_MS : null),
  })
  const narrow = (to: Partial<AuditSearch>) => void setSearch({ cursor: null, ...to }, { history: 'push' })
  return (
    <div className="flex flex-col gap-4">
      <PageHeading title="Audit log" hasFilters>
        who did, or was refused, what
      </PageHeading>
      <AuditChainNotice site={site} initial={initialChain} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <AuditFilters choices={choices} search={search} onNarrow={narrow} />
        <CsvLink path={path} />
      </div>
      <Sheet>
        <Answered query={list} loading={<LoadingRows rows={10} />}>
          {({ items, nextCursor }) =>
            items.length === 0 ? (
              <EmptyState title="Nothing fits">
                Every change by a person and every refusal is written down here, for ten years.
              </EmptyState>
            ) : (
              <div>
                <AuditTable entries={items} actors={choices.actors} onNarrow={narrow} />
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
    </div>
  )
}
