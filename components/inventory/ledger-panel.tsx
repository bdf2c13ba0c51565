'use client'
import { useQueryStates } from 'nuqs'
import { Answered } from '@/components/live/answered'
import { useLiveQuery } from '@/components/live/use-live-query'
import { CsvLink } from '@/components/ui/csv-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { RowKeys } from '@/components/ui/table'
import { ledgerPageSchema } from '@/lib/inventory/schema'
import { EventDrawer } from './event-drawer'
import { itemSearch, ledgerPath } from './item-paths'
import { LedgerTable } from './ledger-table'

/** Every change of an item, newest first; one that is pressed opens the event behind it. */
export function LedgerPanel({ site, sku }: { site: string; sku: string }) {
  const [{ cursor, event }, setSearch] = useQueryStates(itemSearch)
  const ledger = useLiveQuery({
    site,
    topic: 'floor',
    id: sku,
    path: ledgerPath(site, sku, cursor),
    schema: ledgerPageSchema,
  })
  return (
    <Panel
      title="Ledger"
      aside={
        <span className="flex items-center gap-3">
          newest first <CsvLink path={ledgerPath(site, sku, null)} />
        </span>
      }
      flush
    >
      <Answered query={ledger} loading={<LoadingRows rows={6} />}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <EmptyState title="Nothing is written yet">
              The first event that tells of this item is written here, and never taken out again.
            </EmptyState>
          ) : (
            <RowKeys>
              <LedgerTable
                entries={items}
                onOpen={(address) => void setSearch({ event: address }, { history: 'push' })}
              />
              <Pager
                isFirst={cursor === null}
                nextCursor={nextCursor}
                onGo={(to) => void setSearch({ cursor: to }, { history: 'push' })}
              />
            </RowKeys>
          )
        }
      </Answered>
      {event ? (
        <EventDrawer
          site={site}
          address={event}
          onClose={() => void setSearch({ event: null }, { history: 'push' })}
        />
      ) : null}
    </Panel>
  )
}
