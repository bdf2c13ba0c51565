'use client'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import { useClock } from '@/components/ui/use-clock'
import type { Owed } from '@/lib/support/schema'

/** What is owed next and when, the most urgent first. */
export function OwedList({ owed }: { owed: Owed[] }) {
  const late = useClock((nowMs) => owed.filter(({ dueAt }) => isLate(dueAt, nowMs)).length)
  return (
    <Panel title="Owed next" aside={late > 0 ? <span className="text-late">{late} late</span> : null}>
      {owed.length === 0 ? <p className="text-ink-soft text-sm">Nothing is owed any more.</p> : null}
      <ul className="flex flex-col gap-2.5">
        {owed.map((one) => (
          <OwedLine key={one.what} owed={one} />
        ))}
      </ul>
    </Panel>
  )
}

function OwedLine({ owed: { what, dueAt, why } }: { owed: Owed }) {
  const late = useClock((nowMs) => isLate(dueAt, nowMs))
  return (
    <li className="text-sm">
      <span className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 break-words text-ink">{what}</span>
        {dueAt ? (
          <span className={`shrink-0 text-xs ${late ? 'text-late' : 'text-ink-soft'}`}>
            {late ? 'late since' : 'due'} <Time at={dueAt} />
          </span>
        ) : null}
      </span>
      {why ? <span className="block break-words font-mono text-failed text-xs">{why}</span> : null}
    </li>
  )
}

const isLate = (dueAt: string | null, nowMs: number): boolean => dueAt !== null && Date.parse(dueAt) < nowMs
