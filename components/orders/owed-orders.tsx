'use client'
import Link from 'next/link'
import { useQueryStates } from 'nuqs'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { RowKeys } from '@/components/ui/table'
import type { DeferredKind } from '@/lib/orders/schema'
import { type OrderList, orderListSchema, ordersHref, ordersPath, owedSearch } from './order-paths'
import { OwedTable } from './owed-table'
import { OWING_WORDS } from './words'

const STANDINGS = [
  { id: 'all', text: 'All that wait' },
  { id: 'owed', text: OWING_WORDS.owed },
  { id: 'late', text: OWING_WORDS.late },
  { id: 'failed', text: OWING_WORDS.failed },
] as const

/** Being late goes by the clock alone. */
const CLOCK_MS = 15_000

type Props = { site: string; step: DeferredKind; initial: Initial<OrderList> }

/** The orders that still owe a step, to be tried again here. */
export function OwedOrders({ site, step, initial }: Props) {
  const [{ standing, cursor }, setSearch] = useQueryStates(owedSearch)
  const list = useLiveQuery({
    site,
    topic: 'orders',
    path: ordersPath(site, {
      query: '',
      status: null,
      since: null,
      placedSince: null,
      step,
      standing,
      cursor,
    }),
    schema: orderListSchema,
    initial,
    everyMs: CLOCK_MS,
  })
  const all = (
    <Link href={ordersHref({ step, standing })} className="underline underline-offset-4 hover:text-ink">
      In the list of orders
    </Link>
  )
  return (
    <Panel title="The orders that wait" aside={all} flush>
      <div className="border-line border-b px-4 py-2">
        <ChoiceBar
          label="How they stand"
          options={STANDINGS}
          chosen={standing ?? 'all'}
          onChoose={(id) =>
            void setSearch({ standing: id === 'all' ? null : id, cursor: null }, { history: 'push' })
          }
        />
      </div>
      <Answered query={list} loading={<LoadingRows rows={6} />}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <EmptyState title={standing ? 'No order fits' : 'No order waits'}>
              An order is here from the moment it is placed until this is done for it.
            </EmptyState>
          ) : (
            <RowKeys>
              <OwedTable orders={items} step={step} />
              <Pager
                isFirst={cursor === null}
                nextCursor={nextCursor}
                onGo={(to) => void setSearch({ cursor: to }, { history: 'push' })}
              />
            </RowKeys>
          )
        }
      </Answered>
    </Panel>
  )
}
