import { z } from 'zod'
import { savedViewSchema } from '@/lib/sites/schema'

export const LEAST_CHARACTERS = 2
export const MOST_CHARACTERS = 200

export const palettePath = (site: string, query: string): string =>
  `/api/palette?${new URLSearchParams({ site, query })}`

export const savedViewsPath = (site: string): string => `/api/saved-views?${new URLSearchParams({ site })}`

export const savedViewPath = (id: string): string => `/api/saved-views/${encodeURIComponent(id)}`

export const savedViewListSchema = z.object({
  items: z.array(savedViewSchema),
  nextCursor: z.string().nullable(),
})
