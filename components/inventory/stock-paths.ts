import { createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { temperatureZoneSchema } from '@/lib/catalog/schema'
import { directionSchema, stockSortSchema, stockStateSchema } from '@/lib/inventory/schema'

/** What the list of stock is narrowed and sorted by, as the page's own address says it. */
export const stockSearch = {
  query: parseAsString.withDefault(''),
  state: parseAsStringLiteral(stockStateSchema.options).withDefault('all'),
  zone: parseAsStringLiteral(temperatureZoneSchema.options),
  /** Least available first: stock-outs are on top. */
  sort: parseAsStringLiteral(stockSortSchema.options).withDefault('available'),
  direction: parseAsStringLiteral(directionSchema.options).withDefault('asc'),
}
export type StockSearch = inferParserType<typeof stockSearch>

/** Rows read at a time. */
export const STOCK_PAGE = 200

// The page takes other things for granted than the API does: all is written out.
const apiQuery = createSerializer({
  site: parseAsString,
  query: parseAsString,
  state: parseAsString,
  temperatureZone: parseAsString,
  sort: parseAsString,
  direction: parseAsString,
  skus: parseAsString,
  limit: parseAsString,
})

/** The API path of the first page of a site's stock. */
export const stockListPath = (site: string, { query, zone, ...search }: StockSearch): string =>
  apiQuery('/api/stock', {
    site,
    ...search,
    query: query || null,
    temperatureZone: zone,
    limit: String(STOCK_PAGE),
  })

/** The API path of how many are out, low and short of what a search finds, in every state. */
export const stockCountsPath = (site: string, { query, zone }: StockSearch): string =>
  apiQuery('/api/stock', { site, query: query || null, temperatureZone: zone, limit: '1' })

/** The API path of the levels of a few SKUs; they are told apart by commas. */
export const stockLevelsPath = (site: string, skus: readonly string[]): string =>
  apiQuery('/api/stock', { site, skus: skus.join(','), limit: String(STOCK_PAGE) })
