'use client'
import { useRouter } from 'next/navigation'
import { useQueryState } from 'nuqs'
import { dayHref, daySearch } from './day-paths'

const LOOK = 'min-h-8 rounded-md border border-line bg-surface px-2 text-ink text-sm tabular-nums'

/** Which day is played, and which one its orders are held against. */
export function DayPicker({ day, ghost }: { day: string; ghost: string }) {
  const router = useRouter()
  const [site] = useQueryState('site', daySearch.site)
  const [, setGhost] = useQueryState('with', daySearch.with.withOptions({ shallow: false }))
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <input
        type="date"
        aria-label="Day"
        required
        value={day}
        onChange={({ target }) => target.value && router.push(dayHref(target.value, site ?? undefined))}
        className={LOOK}
      />
      against
      <input
        type="date"
        aria-label="Held against"
        required
        value={ghost}
        onChange={({ target }) => target.value && void setGhost(target.value)}
        className={LOOK}
      />
    </span>
  )
}
