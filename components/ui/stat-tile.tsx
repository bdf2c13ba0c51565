import Link from 'next/link'
import type { ReactNode } from 'react'
import type { State } from './state'
import { StateMark } from './state-mark'

type Props = {
  label: string
  /** The list this number counts. Leave it out only where no such list exists. */
  href?: string
  /** Marks a number that asks for attention; a calm number has none. */
  state?: State
  note?: ReactNode
  children: ReactNode
}

const LOOK = 'flex min-h-24 flex-col justify-between gap-2 bg-surface px-4 py-3'

/** A number and what it counts; it leads to its list. Put several in a `StatStrip`. */
export function StatTile({ href, ...rest }: Props) {
  if (!href) return <div className={LOOK}>{inside(rest)}</div>
  return (
    <Link href={href} className={`${LOOK} group hover:bg-inset focus-visible:relative focus-visible:z-10`}>
      {inside(rest)}
    </Link>
  )
}

function inside({ label, state, note, children }: Omit<Props, 'href'>) {
  return (
    <>
      <span className="flex items-center gap-1.5 text-ink-soft text-sm group-hover:text-ink">
        {state ? <StateMark state={state} size={13} /> : null}
        {label}
      </span>
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold text-2xl text-ink tracking-tight">{children}</span>
        <span className="text-ink-soft text-xs">{note}</span>
      </span>
    </>
  )
}

/** Five tiles with hairlines between them: the two that matter most above the other three. */
export function StatStrip({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      className="grid grid-cols-6 gap-px overflow-hidden rounded-lg border border-line bg-line shadow-panel *:col-span-2 *:nth-[-n+2]:col-span-3"
    >
      {children}
    </section>
  )
}
