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
import { type OrderPage, orderPageSchema } from '@/lib/support/schema'
import { OrderFacts } from './order-facts'
import { OrderLines } from './order-lines'
import { StepList } from './step-list'
import { Timeline } from './timeline'
import { useStandings } from './use-standings'
import { STATUS_WORDS } from './words'

/** The sentence at the top and whether it is late change by the clock alone. */
const CLOCK_MS = 15_000

/** Everything about one order, its answer first. */
export function OrderScreen({ initial }: { initial: Initial<OrderPage> }) {
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
            <div className="grid gap-4 md:gap-5 xl:grid-cols-[minmax(0,1fr)_22rem] xl:items-start">
              <div className="flex min-w-0 flex-col gap-4 md:gap-5">
                <Panel title="The six steps" flush>
                  <StepList order={page} />
                </Panel>
                <Panel title="Lines" flush>
                  <OrderLines order={page} />
                </Panel>
              </div>
              <div className="flex min-w-0 flex-col gap-4 md:gap-5">
                <OrderFacts order={page} />
                <Panel title="Timeline" aside="oldest first">
                  <Timeline entries={page.timeline} />
                </Panel>
              </div>
            </div>
          </>
        )}
      </Answered>
    </div>
  )
}

/** "Did my order go through?", in one sentence to read to the customer. */
function Answer({ order }: { order: OrderPage }) {
  const standings = useStandings(order)
  const status = STATUS_WORDS[order.status]
  const worst = (['failed', 'late'] as const).find((state) => standings.includes(state))
  const mark: State = order.status === 'placed' ? (worst ?? 'done') : status.state
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="font-mono font-semibold text-ink text-xl tracking-tight">{order.orderNumber}</h1>
        <CopyButton what="order number" text={order.orderNumber} />
        <StatePill state={status.state}>{status.text}</StatePill>
        <span className="text-ink-soft text-sm">
          <Time at={order.placedAt ?? order.createdAt} />
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
