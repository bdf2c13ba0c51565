import type { FigureId } from '@/lib/figures/schema'
import type { LiveTopic } from '@/lib/platform/live-change'

/** What changes a figure, beside orders. */
export const ALSO: readonly LiveTopic[] = ['picks', 'conveyor', 'queues']
/** A dozen small questions an answer: once in two seconds is live enough for a day. */
export const GAP_MS = 2_000
/** What the clock alone changes: being late, and what is expected by now. */
export const CLOCK_MS = 15_000

export const figuresPath = (site: string): string => `/api/figures?site=${encodeURIComponent(site)}`
export const ALL_SITES_PATH = '/api/figures'
export const ALL_SITES = 'all'
export const planPath = (site: string): string => `/api/plan?site=${encodeURIComponent(site)}`

export const targetsPath = (site: string): string => `/api/targets?site=${encodeURIComponent(site)}`
export const TARGETS_HREF = '/settings/figures'

/** Where a day is: its site, when the reader has several, and its beginning. */
export type Where = { site: string | null; since: string }

const walked = (since: string) => `/picking/tours?since=${since}`

const LISTS: Record<FigureId, (since: string) => string> = {
  'orders-in': (since) => `/orders?placedSince=${since}`,
  'orders-picked': (since) => `/orders?pickedSince=${since}`,
  'orders-packed': (since) => `/orders?packedSince=${since}`,
  'orders-shipped': (since) => `/orders?shippedSince=${since}`,
  'on-time-shipping': (since) => `/orders?shippedSince=${since}`,
  'fill-rate': (since) => `/orders?status=refused&since=${since}`,
  'line-rate': walked,
  'unit-rate': walked,
  'pick-accuracy': walked,
  'dock-to-stock': () => '/inventory',
  'inventory-accuracy': () => '/inventory/counts',
  'walk-saved': walked,
  'stock-outs': () => '/inventory?state=out',
  'stock-outs-soon': () => '/replenishment/running-out',
}

const HOUR_MS = 3_600_000

/** The orders that were placed in the hour with a moment in it. */
export const ordersOfHour = (atMs: number, where: Where): string => {
  const hourMs = Math.floor((atMs - Date.parse(where.since)) / HOUR_MS) * HOUR_MS + Date.parse(where.since)
  const moment = (ms: number) => encodeURIComponent(new Date(ms).toISOString())
  return at(`/orders?placedSince=${moment(hourMs)}&until=${moment(hourMs + HOUR_MS)}`, where)
}

/** An address at a site. */
export const at = (href: string, { site }: Where): string =>
  site === null ? href : `${href}${href.includes('?') ? '&' : '?'}site=${encodeURIComponent(site)}`

/** The list behind a figure. */
export const listOfFigure = (id: FigureId, where: Where): string =>
  at(LISTS[id](encodeURIComponent(where.since)), where)
