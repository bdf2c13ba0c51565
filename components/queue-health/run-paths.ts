import { createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { runStatusSchema } from '@/inngest/engine/schema'

/** What the runs of a function are narrowed by, as the page's own address says it. */
export const runSearch = {
  status: parseAsStringLiteral(runStatusSchema.options),
  cursor: parseAsString,
}
export type RunSearch = inferParserType<typeof runSearch>

const apiQuery = createSerializer({ function: parseAsString, ...runSearch })

export const runsPath = (functionId: string, search: RunSearch): string =>
  apiQuery('/api/runs', { function: functionId, ...search })

export const runPath = (id: string): string => `/api/runs/${encodeURIComponent(id)}`

export const runHref = (id: string): string => `/runs/${encodeURIComponent(id)}`
