'use client'
import { StatePill } from '@/components/ui/state-pill'
import { Time } from '@/components/ui/time'
import { useClock } from '@/components/ui/use-clock'

/** When a pick list must be picked, and whether that is over. */
export function Due({ at }: { at: string }) {
  const isLate = useClock((nowMs) => Date.parse(at) < nowMs)
  return (
    <StatePill state={isLate ? 'late' : 'waiting'}>
      <span>
        {isLate ? 'Late, due ' : 'Due '}
        <Time at={at} />
      </span>
    </StatePill>
  )
}
