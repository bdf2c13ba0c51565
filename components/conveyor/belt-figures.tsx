'use client'
import type { ReactNode } from 'react'
import { Count } from '@/components/ui/count'
import { StatTile } from '@/components/ui/stat-tile'
import type { State } from '@/components/ui/state'
import { nominalRate } from '@/lib/conveyor/rules/nominal-rate'
import type { BeltCounts, Conveyor } from '@/lib/conveyor/schema'
import type { Sorter } from '@/lib/conveyor/topology-schema'
import type { BeltNow, BeltStore } from './belt-store'
import { type DecisionSearch, decisionsHref } from './conveyor-paths'
import { millisWords, shareWords } from './decision-words'
import { useBeltNow } from './use-belt-now'

/** Above these shares of what was scanned it is worth a look: no-reads of 1 %, mis-sorts of 0.5 % of the reads. */
const MOST = { noReads: 0.01, misSorts: 0.005 }

type Props = {
  sorters: readonly Sorter[]
  conveyor: Conveyor
  store: BeltStore
  /** Of the address: figures of one sorter lead to its decisions only. */
  sorter: string | null
  /** Where the last minute begins, for the lists behind the figures. */
  sinceMs: number
}

/** The last minute in figures, each leading to its boxes. */
export function BeltFigures({ sorters, conveyor, store, sorter, sinceMs }: Props) {
  const now = useBeltNow(store)
  const ids = new Set(sorters.map(({ id }) => id))
  const rates = sumOf([...now.sorters.values()].filter(({ id }) => ids.has(id)).map((one) => one.rates))
  const listed = (search: Partial<DecisionSearch>) =>
    decisionsHref({ sorter, from: new Date(sinceMs).toISOString(), ...search })
  const of = (part: number) => `${shareWords(part, rates.scans)} of scans`
  const planned = sorters.reduce((sum, one) => sum + nominalRate(one), 0)
  const reads = rates.scans - rates.noReads
  return (
    <section
      aria-label="The last minute"
      className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line shadow-panel *:nth-[1]:col-span-2 *:nth-[2]:col-span-2 md:grid-cols-4 xl:grid-cols-10"
    >
      <StatTile
        label="Boxes sorted a minute"
        href={listed({ outcome: 'diverted' })}
        note={`${shareWords(rates.diverted, planned)} of the ${planned} planned`}
      >
        <Count value={rates.diverted} />
      </StatTile>
      <DecisionTile sorters={conveyor.sorters.filter(({ id }) => ids.has(id))} now={now} href={listed({})} />
      <Tally
        label="No-reads"
        href={listed({ because: 'no-read' })}
        state={rates.noReads > rates.scans * MOST.noReads ? 'late' : undefined}
        value={rates.noReads}
        note={of(rates.noReads)}
      />
      <Tally
        label="Around again"
        href={listed({ action: 'recirculate' })}
        value={rates.recirculated}
        note={of(rates.recirculated)}
      />
      <Tally
        label="Missed"
        href={listed({ outcome: 'missed' })}
        state={rates.missed > 0 ? 'late' : undefined}
        value={rates.missed}
        note={of(rates.missed)}
      />
      <Tally
        label="Mis-sorts"
        href={listed({ misSort: true })}
        state={rates.misSorts > reads * MOST.misSorts ? 'failed' : undefined}
        value={rates.misSorts}
        note={`${shareWords(rates.misSorts, reads)} of reads`}
      />
      <Tally
        label="Exceptions"
        href={listed({ action: 'reject' })}
        value={rates.rejected}
        note={of(rates.rejected)}
      />
      <Tally
        label="Too late"
        href={listed({ because: 'too-late' })}
        state={rates.tooLate > 0 ? 'failed' : undefined}
        value={rates.tooLate}
        note={rates.lost > 0 ? `${rates.lost} lost` : 'none lost'}
      />
    </section>
  )
}

type TallyProps = { label: string; href: string; state?: State | undefined; value: number; note: ReactNode }

function Tally({ label, href, state, value, note }: TallyProps) {
  return (
    <StatTile label={label} href={href} {...(state ? { state } : {})} note={note}>
      <Count value={value} />
    </StatTile>
  )
}

type DecisionProps = { sorters: Conveyor['sorters']; now: BeltNow; href: string }

/** The slowest sorter's 99 of 100, beside the tightest deadline that any has. */
function DecisionTile({ sorters, now, href }: DecisionProps) {
  const slowest = Math.max(-1, ...sorters.map(({ id }) => now.sorters.get(id)?.p99Micros ?? -1))
  const deadlineMs = Math.min(...sorters.map((one) => one.deadlineMs))
  return (
    <StatTile
      label="Decided within, 99 of 100"
      href={href}
      note={sorters.length > 0 ? `of ${deadlineMs} ms there are` : null}
    >
      {slowest < 0 ? '–' : millisWords(slowest)}
    </StatTile>
  )
}

function sumOf(rates: readonly BeltCounts[]): BeltCounts {
  const sum: BeltCounts = {
    ...{ scans: 0, diverted: 0, noReads: 0, recirculated: 0, rejected: 0 },
    ...{ tooLate: 0, missed: 0, misSorts: 0, lost: 0 },
  }
  for (const one of rates) for (const name of Object.keys(sum) as (keyof BeltCounts)[]) sum[name] += one[name]
  return sum
}
