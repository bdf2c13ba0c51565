import { createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { reorderStateSchema } from '@/lib/replenishment/reorder-schema'

/** What the list is narrowed by, as the page's own address says it. */
export const reorderSearch = {
  state: parseAsStringLiteral(reorderStateSchema.options).withDefault('proposed'),
  supplier: parseAsString,
  department: parseAsString,
  /** Where in the list the page begins. */
  cursor: parseAsString,
}
export type ReorderSearch = inferParserType<typeof reorderSearch>

/** Rows of a page: few enough to be drawn at once, with a field in each. */
export const PAGE_ROWS = 100

const listQuery = createSerializer({
  ...{ site: parseAsString, state: parseAsString, supplier: parseAsString, department: parseAsString },
  ...{ cursor: parseAsString, limit: parseAsString },
})

export const reorderListPath = (site: string, search: ReorderSearch): string =>
  listQuery('/api/replenishment', { site, ...search, limit: String(PAGE_ROWS) })
export const suggestPath = (site: string): string => listQuery('/api/replenishment', { site })
export const itemOutlookPath = (site: string, sku: string): string =>
  listQuery(`/api/replenishment/${encodeURIComponent(sku)}`, { site })
export const runningOutPath = (site: string): string => listQuery('/api/replenishment/running-out', { site })
export const spacePath = (site: string): string => listQuery('/api/replenishment/space', { site })
