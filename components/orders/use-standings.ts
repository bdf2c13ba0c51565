'use client'
import type { State } from '@/components/ui/state'
import { useClock } from '@/components/ui/use-clock'
import type { OrderSummary } from '@/lib/orders/schema'
import { standingOf } from './standing-of'

/** How each of an order's steps stands by the clock; drawn again only when one of them changes. */
export function useStandings({ steps, status }: Pick<OrderSummary, 'steps' | 'status'>): State[] {
  const joined = useClock((nowMs) => steps.map((step) => standingOf(step, status, nowMs)).join(' '))
  return joined.split(' ') as State[]
}
