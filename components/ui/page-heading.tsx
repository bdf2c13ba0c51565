import type { ReactNode } from 'react'

/** What this screen is, and what goes with its name. */
export function PageHeading({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <h1 className="font-semibold text-ink text-xl tracking-tight">{title}</h1>
      <div className="text-ink-soft text-sm">{children}</div>
    </div>
  )
}
