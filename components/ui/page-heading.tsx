import type { ReactNode } from 'react'
import { HeadingTools } from './heading-tools'

/** `hasFilters`: its address says what is shown, so that it is worth keeping. */
type Props = { title: ReactNode; hasFilters?: boolean; children?: ReactNode }

/** What this screen is, and what goes with its name. */
export function PageHeading({ title, hasFilters = false, children }: Props) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <h1 className="font-semibold text-ink text-xl tracking-tight">{title}</h1>
      {hasFilters ? <HeadingTools /> : null}
      <div className="text-ink-soft text-sm">{children}</div>
    </div>
  )
}
