import { Panel } from '@/components/ui/panel'
import type { DecisionMicros } from '@/lib/conveyor/figures-schema'
import type { Conveyor } from '@/lib/conveyor/schema'
import { millisWords } from './decision-words'

/** The bar begins here, for a decision takes some hundredths of a millisecond of a deadline of hundreds. */
const LEAST_MICROS = 10
const MARKS = ['p50', 'p95', 'p99', 'max'] as const

/** How much of each sorter's deadline its decisions take, on a scale on which each tenth part is as wide. */
export function DeadlineBars({ sorters }: { sorters: Conveyor['sorters'] }) {
  return (
    <Panel
      title="Decisions within their deadline, last minute"
      aside="milliseconds, each line ten times the last"
    >
      <ul className="flex flex-col gap-6">
        {sorters.map(({ id, deadlineMs, decisionMicros }) => (
          <li key={id} className="grid gap-x-4 gap-y-1 md:grid-cols-[5rem_minmax(0,1fr)]">
            <span className="font-semibold text-ink text-sm">{id}</span>
            {decisionMicros ? (
              <Bar micros={decisionMicros} deadlineMs={deadlineMs} />
            ) : (
              <span className="text-ink-soft text-sm">
                Nothing was decided; the deadline is {deadlineMs} ms.
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type Props = { micros: NonNullable<DecisionMicros>; deadlineMs: number }

function Bar({ micros, deadlineMs }: Props) {
  const deadlineMicros = deadlineMs * 1_000
  const shareOf = (value: number) =>
    Math.min(1, Math.max(0, Math.log(value / LEAST_MICROS) / Math.log(deadlineMicros / LEAST_MICROS)))
  const decades = Array.from(
    { length: Math.floor(Math.log10(deadlineMicros)) },
    (_, power) => 10 ** (power + 1),
  )
  const isOver = micros.max > deadlineMicros
  return (
    <div className="min-w-0">
      <div aria-hidden="true" className="relative h-6 rounded-sm bg-inset">
        <div
          className="absolute inset-y-0 left-0 rounded-l-sm bg-chart-soft"
          style={{ width: `${shareOf(micros.p99) * 100}%` }}
        />
        {decades.map((decade) => (
          <i
            key={decade}
            className="absolute inset-y-0 w-px bg-line"
            style={{ left: `${shareOf(decade) * 100}%` }}
          />
        ))}
        {MARKS.map((mark) => (
          <i
            key={mark}
            className={`absolute inset-y-0 -ml-px w-0.5 ${mark === 'max' && isOver ? 'bg-failed' : 'bg-chart'}`}
            style={{ left: `${shareOf(micros[mark]) * 100}%` }}
          />
        ))}
        <i className="absolute inset-y-0 right-0 w-1 rounded-r-sm bg-ink" />
      </div>
      <div aria-hidden="true" className="relative h-4 text-ink-soft text-xs tabular-nums max-md:hidden">
        {decades.map((decade) => (
          <span
            key={decade}
            className="absolute -translate-x-1/2 first:translate-x-0"
            style={{ left: `${shareOf(decade) * 100}%` }}
          >
            {decade / 1_000}
          </span>
        ))}
        <span className="absolute right-0 bg-surface pl-2 font-medium text-ink">{deadlineMs} deadline</span>
      </div>
      <dl className="flex flex-wrap gap-x-4 text-sm tabular-nums">
        {MARKS.map((mark) => (
          <div key={mark} className="flex gap-1.5">
            <dt className="text-ink-soft">{mark === 'max' ? 'longest' : mark}</dt>
            <dd className="font-medium text-ink">{millisWords(micros[mark])}</dd>
          </div>
        ))}
        <div className="flex gap-1.5">
          <dt className="text-ink-soft">deadline</dt>
          <dd className="font-medium text-ink">{deadlineMs} ms</dd>
        </div>
      </dl>
    </div>
  )
}
