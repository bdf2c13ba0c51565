import { createSerializer, type inferParserType, parseAsString } from 'nuqs/server'
import { z } from 'zod'
import { tourSummarySchema } from '@/lib/picking/schema'

export const tourPageSchema = z.object({
  items: z.array(tourSummarySchema),
  nextCursor: z.string().nullable(),
})
export type TourPage = z.infer<typeof tourPageSchema>

export const pickersSchema = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })

/** Which walked tours are listed, as the page's own address says it. */
export const walkedSearch = { since: parseAsString, until: parseAsString, cursor: parseAsString }
export type WalkedSearch = inferParserType<typeof walkedSearch>

const query = createSerializer({ site: parseAsString, state: parseAsString })
const walkedQuery = createSerializer({ site: parseAsString, ...walkedSearch })

/** The API path of a page of tours that were walked, newest first. */
export const walkedToursPath = (site: string, search: WalkedSearch): string =>
  walkedQuery('/api/tours', { site, ...search })
/** The page that lists the tours behind a number. */
export const walkedToursHref = (search: Partial<WalkedSearch>): string =>
  walkedQuery('/picking/tours', search)

/** The API path of the tours that are walked at a site. */
export const walkingToursPath = (site: string): string => query('/api/tours', { site, state: 'walking' })
export const pickNumbersPath = (site: string): string => query('/api/picks/numbers', { site })
export const pickersPath = (site: string): string => query('/api/tours/pickers', { site })
export const reassignPath = (tourId: string): string => `/api/tours/${encodeURIComponent(tourId)}/reassign`
export const expeditePath = (pickListId: string): string =>
  `/api/pick-lists/${encodeURIComponent(pickListId)}/expedite`
