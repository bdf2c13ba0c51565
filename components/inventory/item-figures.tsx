import type { ReactNode } from 'react'
import { Count } from '@/components/ui/count'
import type { State } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'
import type { Stock } from '@/lib/inventory/schema'

/** What there is, what of it is promised, what is free, what is missing. */
export function ItemFigures({ item }: { item: Stock }) {
  const { onHand, held, available, shortfall, bins } = item
  const lying = bins.filter((bin) => bin.onHand > 0).length
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line shadow-panel md:grid-cols-4">
      <Figure name="Available" value={available} state={available === 0 ? 'late' : undefined}>
        free to promise
      </Figure>
      <Figure name="On hand" value={onHand}>
        in {lying} {lying === 1 ? 'bin' : 'bins'}
      </Figure>
      <Figure name="Held" value={held}>
        promised to orders
      </Figure>
      <Figure name="Shortfall" value={shortfall} state={shortfall > 0 ? 'failed' : undefined}>
        {shortfall > 0
          ? 'taken beyond the book: it is counted unless late events settle it'
          : 'the book agrees with the floor'}
      </Figure>
    </dl>
  )
}

type FigureProps = { name: string; value: number; state?: State; children: ReactNode }

function Figure({ name, value, state, children }: FigureProps) {
  return (
    <div className="flex flex-col gap-1 bg-surface px-4 py-3">
      <dt className="flex items-center gap-1.5 text-ink-soft text-sm">
        {state ? <StateMark state={state} size={13} /> : null}
        {name}
      </dt>
      <dd className="flex flex-wrap items-baseline gap-x-2">
        <span
          key={value}
          data-figure={name}
          className="animate-arrive rounded-sm font-semibold text-2xl text-ink tracking-tight"
        >
          <Count value={value} />
        </span>
        <span className="text-ink-soft text-xs">{children}</span>
      </dd>
    </div>
  )
}
