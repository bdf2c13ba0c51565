'use client'
import { EmptyState } from '@/components/ui/empty-state'
import { useLocale } from '@/components/ui/locale'
import { Panel } from '@/components/ui/panel'
import { StateMark } from '@/components/ui/state-mark'
import { useClock } from '@/components/ui/use-clock'
import type { DayFigures } from '@/lib/figures/schema'
import { ClockTime } from './clock-time'
import { countWords, leftWords } from './figure-words'

/** The carriers' next departures as countdowns, and how many orders may miss them. */
export function CutOffs({ cutOffs }: { cutOffs: DayFigures['cutOffs'] }) {
  return (
    <Panel title="Cut-offs" aside="next departure of each carrier" flush>
      {cutOffs.length === 0 ? (
        <EmptyState title="No departures">Lanes of the belt that have departure times show here.</EmptyState>
      ) : (
        <ul>
          {cutOffs.map((cutOff) => (
            <CutOff key={cutOff.carrier} {...cutOff} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function CutOff({ carrier, at, parcels, orders, atRisk }: DayFigures['cutOffs'][number]) {
  const { locale } = useLocale()
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-line border-t px-4 py-2.5 text-sm first:border-t-0">
      <span className="w-16 font-medium text-ink">{carrier}</span>
      <span className="w-28 font-semibold text-ink tabular-nums">
        <Countdown at={at} />
      </span>
      <span className="text-ink-soft text-xs">
        at <ClockTime at={at} />
      </span>
      <span className="ml-auto flex items-center gap-3 text-ink-soft text-xs tabular-nums">
        <span>{countWords(parcels, 'parcel', locale)} to load</span>
        <span>{countWords(orders, 'order', locale)} due</span>
        <span className={`flex items-center gap-1 ${atRisk > 0 ? 'font-medium text-late' : ''}`}>
          <StateMark state={atRisk > 0 ? 'late' : 'done'} size={12} />
          {atRisk} may miss it
        </span>
      </span>
    </li>
  )
}

function Countdown({ at }: { at: string }) {
  const text = useClock((nowMs) => leftWords(Date.parse(at), nowMs) ?? 'left')
  return <span suppressHydrationWarning>{text}</span>
}
