import { createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { z } from 'zod'
import { alertSchema, alertStateSchema, alertTargetSchema } from '@/lib/queue-health/schema'

/** What the list of alerts is narrowed by, as the page's own address says it. */
export const alertSearch = {
  /** Without a state: those that are not resolved. */
  state: parseAsStringLiteral(alertStateSchema.options),
  cursor: parseAsString,
}
export type AlertSearch = inferParserType<typeof alertSearch>

export const alertListSchema = z.object({ items: z.array(alertSchema), nextCursor: z.string().nullable() })
export type AlertList = z.infer<typeof alertListSchema>

export const alertTargetListSchema = z.object({ items: z.array(alertTargetSchema) })
export type AlertTargetList = z.infer<typeof alertTargetListSchema>

const apiQuery = createSerializer({ site: parseAsString, state: parseAsString, cursor: parseAsString })

export const alertsPath = (site: string, { state, cursor }: AlertSearch): string =>
  apiQuery('/api/alerts', { site, state: state ?? 'unresolved', cursor })

export const alertPath = (id: string): string => `/api/alerts/${encodeURIComponent(id)}`

export const alertTargetsPath = (site: string): string =>
  `/api/alert-targets?site=${encodeURIComponent(site)}`

export const alertTargetPath = (id: string): string => `/api/alert-targets/${encodeURIComponent(id)}`
