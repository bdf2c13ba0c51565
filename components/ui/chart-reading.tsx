import type { ReactNode } from 'react'

/** What the pointer reads off a chart: where it is, and the values there. */
export function ChartReading({ at, children }: { at: ReactNode; children: ReactNode }) {
  return (
    <div className="rounded-md border border-line bg-surface px-2.5 py-1.5 text-xs shadow-float">
      <p className="text-ink-soft">{at}</p>
      {children}
    </div>
  )
}
