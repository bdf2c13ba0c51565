import { createSerializer, parseAsInteger, parseAsString } from 'nuqs/server'
import { z } from 'zod'
import { pickListSchema } from '@/lib/picking/schema'

/** Where in the list of waiting pick lists a page begins, as its own address says it. */
export const pickListSearch = { cursor: parseAsString }

export const pickListPageSchema = z.object({
  items: z.array(pickListSchema),
  nextCursor: z.string().nullable(),
})
export type PickListPage = z.infer<typeof pickListPageSchema>

const apiQuery = createSerializer({
  site: parseAsString,
  state: parseAsString,
  cursor: parseAsString,
  limit: parseAsInteger,
})

/** The API path of a page of waiting pick lists, most urgent first. */
export const pickListsPath = (site: string, cursor: string | null, limit: number): string =>
  apiQuery('/api/pick-lists', { site, state: 'open', cursor, limit })
