import { createSerializer, parseAsString } from 'nuqs/server'
import { z } from 'zod'
import { stockImportSchema } from '@/lib/inventory/schema'

/** Which import lies open, and where in the list of imports the page begins. */
export const importSearch = { import: parseAsString, cursor: parseAsString }

export const importListSchema = z.object({
  items: z.array(stockImportSchema),
  nextCursor: z.string().nullable(),
})
export type ImportList = z.infer<typeof importListSchema>

const apiQuery = createSerializer({ site: parseAsString, cursor: parseAsString, limit: parseAsString })

export const IMPORT_PAGE = 20

export const importsPath = (site: string, cursor: string | null): string =>
  apiQuery('/api/stock/imports', { site, cursor, limit: String(IMPORT_PAGE) })

export const importPath = (id: string): string => `/api/stock/imports/${encodeURIComponent(id)}`

export const sendImportPath = (site: string): string => apiQuery('/api/stock/imports', { site })
