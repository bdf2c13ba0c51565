import { createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server'

export const SPANS = ['24h', '7d', '28d'] as const
export type Span = (typeof SPANS)[number]

/** What an item's page shows of it, as its own address says it. */
export const itemSearch = {
  span: parseAsStringLiteral(SPANS).withDefault('24h'),
  /** Where in the ledger the page begins. */
  cursor: parseAsString,
  /** The address of the event that lies open. */
  event: parseAsString,
}
export type ItemSearch = inferParserType<typeof itemSearch>

export const itemHref = (sku: string): string => `/inventory/${encodeURIComponent(sku)}`

const apiQuery = createSerializer({
  site: parseAsString,
  sku: parseAsString,
  hours: parseAsString,
  days: parseAsString,
  limit: parseAsString,
  cursor: parseAsString,
})

export const itemPath = (site: string, sku: string): string => apiQuery('/api/stock', { site, sku })

const SPAN_QUERY = { '24h': { hours: '24' }, '7d': { days: '7' }, '28d': { days: '28' } } as const

export const historyPath = (site: string, sku: string, span: Span): string =>
  apiQuery('/api/stock/history', { site, sku, ...SPAN_QUERY[span] })

const LEDGER_PAGE = '25'

export const ledgerPath = (site: string, sku: string, cursor: string | null): string =>
  apiQuery('/api/stock/ledger', { site, sku, cursor, limit: LEDGER_PAGE })

/** An event's address comes from the ledger and is fit for a path as it is. */
export const eventPath = (address: string): string => `/api/stock/events/${encodeURIComponent(address)}`

export const webhookHref = (id: string): string => `/settings/webhooks/${encodeURIComponent(id)}`
