import { createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { z } from 'zod'
import { deadLetterKindSchema, deadLetterSchema, deadLetterStateSchema } from '@/lib/queue-health/schema'

/** What the list of dead letters is narrowed by, as the page's own address says it. */
export const deadLetterSearch = {
  state: parseAsStringLiteral(deadLetterStateSchema.options).withDefault('dead'),
  kind: parseAsStringLiteral(deadLetterKindSchema.options),
  queue: parseAsString,
  cursor: parseAsString,
}
export type DeadLetterSearch = inferParserType<typeof deadLetterSearch>

export const deadLetterListSchema = z.object({
  items: z.array(deadLetterSchema),
  nextCursor: z.string().nullable(),
})
export type DeadLetterList = z.infer<typeof deadLetterListSchema>

// The API has no state of its own choice: the one the page takes for granted is written out.
const apiQuery = createSerializer({
  ...deadLetterSearch,
  site: parseAsString,
  state: parseAsStringLiteral(deadLetterStateSchema.options),
})

export const deadLettersPath = (site: string, search: DeadLetterSearch): string =>
  apiQuery('/api/dead-letters', { site, ...search })

export const deadLetterPath = (id: string): string => `/api/dead-letters/${encodeURIComponent(id)}`

export const deadLetterHref = (id: string): string => `/dead-letters/${encodeURIComponent(id)}`
