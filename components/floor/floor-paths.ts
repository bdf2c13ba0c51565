import {
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsFloat,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import { COLOURS } from './shading'

export const SORTS = ['bin', 'fill', 'units', 'skus', 'oldest', 'expiry', 'picks'] as const
export type Sort = (typeof SORTS)[number]

/** What the floor shows, as the page's own address says it. */
export const floorSearch = {
  view: parseAsStringLiteral(['map', 'list']).withDefault('map'),
  colour: parseAsStringLiteral(COLOURS).withDefault('fill'),
  query: parseAsString.withDefault(''),
  /** The item whose bins are lit. */
  sku: parseAsString,
  /** The bin that lies open. */
  bin: parseAsString,
  /** The pick list whose walk is drawn. */
  route: parseAsString,
  /** Middle of the map in metres of the drawing, and pixels a metre. */
  at: parseAsArrayOf(parseAsFloat),
  zone: parseAsString,
  aisle: parseAsString,
  sort: parseAsStringLiteral(SORTS).withDefault('bin'),
  direction: parseAsStringLiteral(['asc', 'desc']).withDefault('asc'),
}
export type FloorSearch = inferParserType<typeof floorSearch>

const apiQuery = createSerializer({
  site: parseAsString,
  sku: parseAsString,
  bin: parseAsString,
  query: parseAsString,
  sort: parseAsString,
  state: parseAsString,
  limit: parseAsString,
  from: parseAsString,
  to: parseAsString,
})
const siteMap = (site: string): string => `/api/sites/${encodeURIComponent(site)}/map`

export const mapPath = (site: string): string => `${siteMap(site)}?shape=columns`
export const levelsPath = (site: string): string => `${siteMap(site)}/levels`
export const changesPath = (site: string, from: string, to: string): string =>
  apiQuery(`${siteMap(site)}/changes`, { from, to })
export const binPath = (site: string, bin: string): string =>
  apiQuery(`/api/bins/${encodeURIComponent(bin)}`, { site })
export const binLedgerPath = (site: string, bin: string): string =>
  apiQuery('/api/stock/ledger', { site, bin, limit: '12' })
export const stockOfPath = (site: string, sku: string): string => apiQuery('/api/stock', { site, sku })
export const findItemsPath = (site: string, query: string): string =>
  apiQuery('/api/stock', { site, query, sort: 'sku', limit: '6' })
export const liveToursPath = (site: string): string => apiQuery('/api/picks/live', { site })

export const itemHref = (sku: string): string => `/inventory/${encodeURIComponent(sku)}`
