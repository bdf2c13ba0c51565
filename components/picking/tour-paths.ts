import { createSerializer, parseAsString } from 'nuqs/server'
import { z } from 'zod'
import { tourSummarySchema } from '@/lib/picking/schema'

export const tourPageSchema = z.object({
  items: z.array(tourSummarySchema),
  nextCursor: z.string().nullable(),
})
export type TourPage = z.infer<typeof tourPageSchema>

export const pickersSchema = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })

const query = createSerializer({ site: parseAsString, state: parseAsString })

/** The API path of the tours that are walked at a site. */
export const walkingToursPath = (site: string): string => query('/api/tours', { site, state: 'walking' })
export const pickNumbersPath = (site: string): string => query('/api/picks/numbers', { site })
export const pickersPath = (site: string): string => query('/api/tours/pickers', { site })
export const reassignPath = (tourId: string): string => `/api/tours/${encodeURIComponent(tourId)}/reassign`
export const expeditePath = (pickListId: string): string =>
  `/api/pick-lists/${encodeURIComponent(pickListId)}/expedite`
