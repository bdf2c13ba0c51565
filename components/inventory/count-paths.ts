import { createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { z } from 'zod'
import { countStateSchema, stockCountSchema } from '@/lib/inventory/schema'

/** What the list of counts is narrowed by; those that wait for a decision first. */
export const countSearch = {
  state: parseAsStringLiteral(countStateSchema.options).withDefault('counted'),
  cursor: parseAsString,
}
export type CountSearch = inferParserType<typeof countSearch>

export const countListSchema = z.object({
  items: z.array(stockCountSchema),
  nextCursor: z.string().nullable(),
})
export type CountList = z.infer<typeof countListSchema>

const apiQuery = createSerializer({
  site: parseAsString,
  state: parseAsString,
  cursor: parseAsString,
  limit: parseAsString,
})

export const COUNT_PAGE = 50

export const countsPath = (site: string, { state, cursor }: CountSearch): string =>
  apiQuery('/api/counts', { site, state, cursor, limit: String(COUNT_PAGE) })

export const countPath = (id: string): string => `/api/counts/${encodeURIComponent(id)}`

export const countHref = (id: string): string => `/inventory/counts/${encodeURIComponent(id)}`

export const pickCountHref = (id: string): string => `/pick/counts/${encodeURIComponent(id)}`
