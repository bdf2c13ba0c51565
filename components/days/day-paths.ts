import { createSerializer, parseAsInteger, parseAsString } from 'nuqs/server'
import { z } from 'zod'
import { type DayHours, type DayQueue, type DaySpan, dayLineSchema } from '@/lib/figures/day-schema'

export const dayListSchema = z.object({ items: z.array(dayLineSchema) })
export type DayList = z.infer<typeof dayListSchema>

/** What the replay of a day shows, as the page's own address says it. */
export const daySearch = {
  site: parseAsString,
  /** The day whose orders are drawn behind; left out, a week before. */
  with: parseAsString,
  /** Where the playhead stands: minutes since midnight. */
  at: parseAsInteger,
}

const apiQuery = createSerializer({ site: parseAsString, with: parseAsString })
const pageQuery = createSerializer(daySearch)

export const daysPath = (site: string): string => apiQuery('/api/days', { site })

export const dayPath = (site: string, day: string, ghost: string): string =>
  apiQuery(`/api/days/${day}`, { site, with: ghost })

export const dayHref = (day: string, site?: string): string =>
  pageQuery(`/days/${day}`, { site: site ?? null })

const ordersPage = createSerializer({
  since: parseAsString,
  placedSince: parseAsString,
  until: parseAsString,
  status: parseAsString,
  step: parseAsString,
})
const decisionsPage = createSerializer({ because: parseAsString, from: parseAsString, to: parseAsString })

type Between = Pick<DayHours, 'from' | 'to'>

/** The orders that were placed between two moments. */
export const placedHref = ({ from, to }: Between): string =>
  ordersPage('/orders', { placedSince: from, until: to })

export const refusedHref = ({ from, to }: Between): string =>
  ordersPage('/orders', { status: 'refused', since: from, until: to })

const toursPage = createSerializer({ since: parseAsString, until: parseAsString })

/** The tours that were walked between two moments. */
export const walkedHref = ({ from, to }: Between): string =>
  toursPage('/picking/tours', { since: from, until: to })

export const queueHref = (queue: DayQueue): string =>
  queue === 'picking' ? '/picking' : `/queues/${encodeURIComponent(queue)}`

export const scansHref = ({ from, to }: Between, because?: string): string =>
  decisionsPage('/conveyor/decisions', { because: because ?? null, from, to })

export const orderHref = (orderNumber: string): string => `/orders/${encodeURIComponent(orderNumber)}`

const alertsPage = createSerializer({ state: parseAsString })

/** Where more is told of what lasted; nowhere of a fault that somebody made for the demo. */
export function spanHref({ kind, id, until }: DaySpan): string | null {
  switch (kind) {
    case 'alert':
      return alertsPage('/alerts', { state: until === null ? null : 'resolved' })
    case 'lane':
      return '/conveyor'
    case 'stock-out':
      return `/inventory/${encodeURIComponent(id)}`
    case 'fault':
      return null
  }
}
