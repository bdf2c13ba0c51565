'use client'
import type { Initial } from '@/components/live/use-live-query'
import type { AlertList } from './alert-paths'
import { useOpenAlerts } from './use-open-alerts'

/** How many alerts are open and critical, beside the place where they are. */
export function AlertBadge({ site, initial }: { site: string; initial: Initial<AlertList> }) {
  const { length } = useOpenAlerts(site, initial)
  if (length === 0) return null
  return (
    <span className="grid h-5 min-w-5 place-items-center rounded-lg bg-tape px-1.5 font-semibold text-rail text-xs tabular-nums">
      {length}
      <span className="sr-only"> open and critical</span>
    </span>
  )
}
