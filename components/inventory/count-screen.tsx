'use client'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { StatePill } from '@/components/ui/state-pill'
import { Time } from '@/components/ui/time'
import { type StockCountPage, stockCountPageSchema } from '@/lib/inventory/schema'
import { CountDecision } from './count-decision'
import { CountLines } from './count-lines'
import { countPath } from './count-paths'
import { COUNT_STATES, countWords, whoWords } from './count-words'

type Props = { site: string; currency: string; initial: Initial<StockCountPage> }

/** One count: what was found, what the book had at that instant, and what a manager says to the difference. */
export function CountScreen({ site, currency, initial }: Props) {
  const { id } = initial.answer
  const count = useLiveQuery({
    site,
    topic: 'picks',
    path: countPath(id),
    schema: stockCountPageSchema,
    initial,
  })
  return (
    <div className="flex flex-col gap-4">
      <Breadcrumb href="/inventory/counts" list="Counts">
        <span className="font-mono">{id}</span>
      </Breadcrumb>
      <Answered query={count} loading={<LoadingRows rows={6} />}>
        {(page) => (
          <>
            <Head site={site} count={page} />
            <Panel title="Lines" aside={page.state === 'open' ? 'blind until it is finished' : null} flush>
              {page.items.length === 0 ? (
                <EmptyState title="Nothing is counted yet">
                  A line appears here as soon as the picker has counted it.
                </EmptyState>
              ) : (
                <CountLines currency={currency} items={page.items} />
              )}
            </Panel>
          </>
        )}
      </Answered>
    </div>
  )
}

function Head({ site, count }: { site: string; count: StockCountPage }) {
  const { text, state } = COUNT_STATES[count.state]
  return (
    <div className="flex flex-wrap items-start justify-between gap-3">
      <div className="flex flex-col gap-1">
        <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold text-ink text-xl tracking-tight">
          {countWords(count)}
          <StatePill state={state}>{text}</StatePill>
        </h1>
        <p className="text-ink-soft text-sm">
          Opened <Time at={count.openedAt} /> by {whoWords(count.openedBy)}
          {count.reason ? `: ${count.reason}` : ''}
        </p>
        {count.finishedAt ? (
          <p className="text-ink-soft text-sm">
            Finished <Time at={count.finishedAt} /> by {whoWords(count.finishedBy)}
          </p>
        ) : null}
        {count.decidedAt ? (
          <p className="text-ink-soft text-sm">
            Decided <Time at={count.decidedAt} /> by {whoWords(count.decidedBy)}
            {count.decision ? `: ${count.decision}` : ''}
          </p>
        ) : null}
      </div>
      {count.state === 'counted' ? <CountDecision site={site} count={count} /> : null}
    </div>
  )
}
