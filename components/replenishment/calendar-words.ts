import { DoorClosed, type LucideIcon, PartyPopper, Tag } from 'lucide-react'
import type { DayEffect, DayKind } from '@/lib/replenishment/schema'

export const DAY_KINDS: Record<DayKind, { text: string; icon: LucideIcon; look: string }> = {
  holiday: { text: 'Holiday', icon: PartyPopper, look: 'bg-retrying-tint text-retrying' },
  promotion: { text: 'Promotion', icon: Tag, look: 'bg-running-tint text-running' },
  closed: { text: 'Closed', icon: DoorClosed, look: 'bg-inset text-ink-soft' },
}

/** What such a day does to the forecast, in words. */
export function effectWords(kind: DayKind | null, effects: readonly DayEffect[]): string {
  if (kind === null) return 'Expected like any day of its weekday.'
  if (kind === 'closed') return 'Nothing is expected.'
  const { factor = 1, days = 0 } = effects.find((effect) => effect.kind === kind) ?? {}
  const earlier = days === 1 ? 'one earlier day' : `${days} earlier days`
  if (days === 0)
    return `Expected like any day of its weekday: no forecast has learnt from an earlier ${kind} yet.`
  const percent = Math.round(100 * (factor - 1))
  return percent === 0
    ? `Expected like any day of its weekday, learnt from ${earlier} of the kind.`
    : `${percent > 0 ? '+' : '−'}${Math.abs(percent)} % on its weekday, learnt from ${earlier} of the kind.`
}
