'use client'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { CopyButton } from '@/components/ui/copy-button'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import type { State } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'
import { StatePill } from '@/components/ui/state-pill'
import { Time } from '@/components/ui/time'
import { useNewcomers } from '@/components/ui/use-newcomers'
import { type OrderPage, orderPageSchema } from '@/lib/support/schema'
import { OrderActs } from './acts/order-acts'
import { MovedNotice } from './moved-notice'
import { OrderFacts } from './order-facts'
import { OrderLines } from './order-lines'
import { OrderNotes } from './order-notes'
import { OwedList } from './owed-list'
import { StepList } from './step-list'
import { keyOf, Timeline } from './timeline'
import { ToldAndTrue } from './told-and-true'
import { useStandings } from './use-standings'
import { STATUS_WORDS } from './words'

/** The sentence at the top and whether it is late change by the clock alone. */
const CLOCK_MS = 15_000

type Props = { initial: Initial<OrderPage>; hasMailbox: boolean }

/** Everything about one order, its answer first. */
export function OrderScreen({ initial, hasMailbox }: Props) {
  const { path, answer } = initial
  const { site, orderNumber: id } = answer
  const order = useLiveQuery({
    site,
    topic: 'orders',
    id,
    path,
    schema: orderPageSchema,
    initial,
    everyMs: CLOCK_MS,
  })
  return (
    <div className="flex flex-col gap-4">
      <Breadcrumb href="/orders" list="Orders">
        <span className="font-mono">{id}</span>
      </Breadcrumb>
      <Answered query={order} loading={<LoadingRows rows={8} />}>
        {(page) => (
          <>
            <Answer order={page} />
            <OrderActs order={page} />
            <Everything order={page} hasMailbox={hasMailbox} />
          </>
        )}
      </Answered>
    </div>
  )
}

/** All that the rooms know of it; what comes in while somebody reads is said, and glows where it stands. */
function Everything({ order, hasMailbox }: { order: OrderPage; hasMailbox: boolean }) {
  const isNew = useNewcomers(order.timeline.map(keyOf))
  return (
    <>
      <MovedNotice entries={order.timeline.filter((entry) => isNew(keyOf(entry)))} />
      <div className="grid gap-4 md:gap-5 xl:grid-cols-[minmax(0,1fr)_22rem] xl:items-start">
        <div className="flex min-w-0 flex-col gap-4 md:gap-5">
          <ToldAndTrue order={order} hasMailbox={hasMailbox} />
          <OwedList owed={order.owed} />
          <Panel title="The six steps" flush>
            <StepList order={order} />
          </Panel>
          <Panel title="Lines" flush>
            <OrderLines order={order} />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-4 md:gap-5">
          <OrderFacts order={order} />
          <OrderNotes order={order} />
          <Panel title="Timeline" aside="oldest first">
            <Timeline entries={order.timeline} isNew={isNew} />
          </Panel>
        </div>
      </div>
    </>
  )
}

/** "Did my order go through?", in one sentence to read to the customer. */
function Answer({ order }: { order: OrderPage }) {
  const standings = useStandings(order)
  const status = STATUS_WORDS[order.status]
  const worst = (['failed', 'late'] as const).find((state) => standings.includes(state))
  const mark: State = status.state === 'done' ? (worst ?? 'done') : status.state
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="font-mono font-semibold text-ink text-xl tracking-tight">{order.orderNumber}</h1>
        <CopyButton what="order number" text={order.orderNumber} />
        <StatePill state={status.state}>{status.text}</StatePill>
        <span className="text-ink-soft text-sm">
          {order.placedAt ? 'placed' : 'received'} <Time at={order.placedAt ?? order.createdAt} />
          {order.isArchived ? ', archived: it can be read, but not changed' : null}
        </span>
      </div>
      <p
        role="status"
        className="flex max-w-[60rem] items-start gap-3 text-balance text-ink text-lg md:text-xl"
      >
        <span className="mt-1">
          <StateMark state={mark} size={22} />
        </span>
        {order.answer}
      </p>
    </div>
  )
}
