'use client'
import { useQueryStates } from 'nuqs'
import { Answered } from '@/components/live/answered'
import { useLiveQuery } from '@/components/live/use-live-query'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { EmptyState } from '@/components/ui/empty-state'
import { LineChart } from '@/components/ui/line-chart'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { stockHistorySchema } from '@/lib/inventory/schema'
import { historyPath, itemSearch, type Span } from './item-paths'

const SPAN_WORDS: Record<Span, string> = { '24h': '24 h', '7d': '7 days', '28d': '28 days' }
const OPTIONS = [
  { id: '24h', text: SPAN_WORDS['24h'] },
  { id: '7d', text: SPAN_WORDS['7d'] },
  { id: '28d', text: SPAN_WORDS['28d'] },
] as const
/** The book knows a quantity for every moment: the line never breaks. */
const NO_GAP_MS = Number.POSITIVE_INFINITY
const CLOCK_MS = 60_000

/** How much of an item there was, over a day, a week, four weeks. */
export function ItemHistory({ site, sku }: { site: string; sku: string }) {
  const [{ span }, setSearch] = useQueryStates(itemSearch)
  const history = useLiveQuery({
    site,
    topic: 'floor',
    id: sku,
    path: historyPath(site, sku, span),
    schema: stockHistorySchema,
    everyMs: CLOCK_MS,
  })
  const bar = (
    <ChoiceBar
      label="Span"
      options={OPTIONS}
      chosen={span}
      onChoose={(next) => void setSearch({ span: next }, { history: 'replace' })}
    />
  )
  return (
    <Panel title="Quantity over time" aside={bar}>
      <Answered query={history} loading={<Skeleton className="h-48 w-full" />}>
        {({ points }) =>
          points.length < 2 ? (
            <EmptyState title="No curve yet">It begins with the first event of this item.</EmptyState>
          ) : (
            <LineChart
              title={`Units on hand over the last ${SPAN_WORDS[span]}`}
              unit="units on hand"
              curves={['on hand']}
              points={points.map(({ at, onHand }) => ({ atMs: Date.parse(at), values: [onHand] }))}
              gapMs={NO_GAP_MS}
            />
          )
        }
      </Answered>
    </Panel>
  )
}
