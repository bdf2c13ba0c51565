'use client'
import { useRouter } from 'next/navigation'
import { useQueryStates } from 'nuqs'
import { useEffect, useState } from 'react'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { CsvLink } from '@/components/ui/csv-link'
import { EmptyState } from '@/components/ui/empty-state'
import { NarrowedBy } from '@/components/ui/narrowed-by'
import { PageHeading } from '@/components/ui/page-heading'
import { Pager } from '@/components/ui/pager'
import { SearchField } from '@/components/ui/search-field'
import { Sheet } from '@/components/ui/sheet'
import { LoadingRows } from '@/components/ui/skeleton'
import { RowKeys } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useSettled } from '@/components/ui/use-settled'
import { type OrderSummary, orderStatusSchema } from '@/lib/orders/schema'
import { type OrderList, orderListSchema, orderSearch, ordersPath } from './order-paths'
import { OrdersTable } from './orders-table'
import { OWING_WORDS, STATUS_WORDS, STEP_WORDS } from './words'

const STATUSES = [
  { id: 'all' as const, text: 'All' },
  ...orderStatusSchema.options.map((id) => ({ id, text: STATUS_WORDS[id].text })),
]

const BOUNDS = [
  { id: 'since', text: 'Since' },
  { id: 'placedSince', text: 'Placed since' },
  { id: 'pickedSince', text: 'Picked since' },
  { id: 'packedSince', text: 'Packed since' },
  { id: 'shippedSince', text: 'Shipped since' },
  { id: 'until', text: 'Until' },
] as const

const TYPING_MS = 150

/** Every order of the site, newest first, found by what a customer can tell. */
export function OrdersScreen({ site, initial }: { site: string; initial: Initial<OrderList> }) {
  const [search, setSearch] = useQueryStates(orderSearch)
  const query = useSettled(search.query, TYPING_MS)
  const path = ordersPath(site, { ...search, query })
  const list = useLiveQuery({ site, topic: 'orders', path, schema: orderListSchema, initial })
  const setGoing = useFirstOf(list.data?.items, search.query === query && !list.isPlaceholderData)
  const isNarrowed =
    search.query !== '' ||
    [search.status, search.step, ...BOUNDS.map(({ id }) => search[id])].some((one) => one !== null)
  const clear = () => void setSearch(null, { history: 'push' })

  return (
    <div className="flex flex-col gap-4">
      <PageHeading title="Orders" hasFilters>
        newest first
      </PageHeading>
      <RowKeys>
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <search className="w-full md:w-96">
            <form
              onSubmit={(event) => {
                event.preventDefault()
                setGoing(true)
              }}
            >
              <SearchField
                label="Find an order"
                placeholder="Number, name, e-mail, phone, label, payment"
                value={search.query}
                onChange={(text) => {
                  setGoing(false)
                  void setSearch({ query: text || null, cursor: null })
                }}
              />
            </form>
          </search>
          <ChoiceBar
            label="Status"
            options={STATUSES}
            chosen={search.status ?? 'all'}
            onChoose={(id) =>
              void setSearch({ status: id === 'all' ? null : id, cursor: null }, { history: 'push' })
            }
          />
          <CsvLink path={path} />
          {search.step ? (
            <NarrowedBy
              onRemove={() =>
                void setSearch({ step: null, standing: null, cursor: null }, { history: 'push' })
              }
            >
              {search.standing ? OWING_WORDS[search.standing] : 'Still owes'}:{' '}
              {STEP_WORDS[search.step].full.toLowerCase()}
            </NarrowedBy>
          ) : null}
          {BOUNDS.map(({ id, text }) =>
            search[id] ? (
              <NarrowedBy
                key={id}
                onRemove={() => void setSearch({ [id]: null, cursor: null }, { history: 'push' })}
              >
                {text} <Time at={search[id]} as="clock" />
              </NarrowedBy>
            ) : null,
          )}
        </div>
        <Sheet>
          <Answered query={list} loading={<LoadingRows rows={12} />}>
            {({ items, nextCursor }) =>
              items.length === 0 ? (
                <NoOrders isNarrowed={isNarrowed} onClear={clear} />
              ) : (
                <div>
                  <OrdersTable label="Orders" orders={items} />
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
    </div>
  )
}

/** Enter opens the first order that fits, once the answer is that of what was typed. */
function useFirstOf(items: OrderSummary[] | undefined, isFresh: boolean) {
  const router = useRouter()
  const [isGoing, setGoing] = useState(false)
  const first = items?.[0]?.orderNumber
  useEffect(() => {
    if (!isGoing || !isFresh) return
    setGoing(false)
    if (first) router.push(`/orders/${first}`)
  }, [isGoing, isFresh, first, router])
  return setGoing
}

function NoOrders({ isNarrowed, onClear }: { isNarrowed: boolean; onClear: () => void }) {
  if (!isNarrowed)
    return (
      <EmptyState title="No orders yet">The first order appears here the moment it is placed.</EmptyState>
    )
  return (
    <EmptyState title="No order fits" action={<Button onPress={onClear}>Show all orders</Button>}>
      The beginning of a number or an e-mail is enough, parts of a name, or the last four digits of a phone
      number.
    </EmptyState>
  )
}
