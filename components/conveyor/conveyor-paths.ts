import {
  createSerializer,
  type inferParserType,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import { fateSchema } from '@/lib/conveyor/figures-schema'
import { actionSchema, becauseSchema } from '@/lib/conveyor/schema'

export const RANGES = ['1h', '8h', '24h'] as const
export type Range = (typeof RANGES)[number]

/** How far back, in steps of what length, and how often it is looked at again: a long time changes little in a minute. */
export const RANGE_STEPS: Record<Range, { hours: number; stepSeconds: number; everyMs: number }> = {
  '1h': { hours: 1, stepSeconds: 60, everyMs: 15_000 },
  '8h': { hours: 8, stepSeconds: 300, everyMs: 60_000 },
  '24h': { hours: 24, stepSeconds: 300, everyMs: 300_000 },
}

/** What the belts' screen shows, as the page's own address says it. */
export const conveyorSearch = {
  range: parseAsStringLiteral(RANGES).withDefault('1h'),
  /** Only this sorter; left out, all of them. */
  sorter: parseAsString,
  /** A lane that is asked about: to be closed, or opened. */
  lane: parseAsString,
}

/** What decisions are narrowed by, as the page's own address says it. */
export const decisionSearch = {
  sorter: parseAsString,
  scanner: parseAsString,
  lane: parseAsString,
  action: parseAsStringLiteral(actionSchema.options),
  because: parseAsStringLiteral(becauseSchema.options),
  outcome: parseAsStringLiteral(fateSchema.options),
  misSort: parseAsBoolean,
  barcode: parseAsString,
  from: parseAsString,
  to: parseAsString,
  cursor: parseAsString,
}
export type DecisionSearch = inferParserType<typeof decisionSearch>

const siteQuery = createSerializer({ site: parseAsString })
const decisionsQuery = createSerializer({ site: parseAsString, limit: parseAsInteger, ...decisionSearch })
const seriesQuery = createSerializer({
  site: parseAsString,
  sorter: parseAsString,
  from: parseAsString,
  to: parseAsString,
  step: parseAsInteger,
})
const decisionsPage = createSerializer(decisionSearch)

export const conveyorPath = (site: string): string => siteQuery('/api/conveyor', { site })

export const decisionsPath = (site: string, search: Partial<DecisionSearch>, limit?: number): string =>
  decisionsQuery('/api/conveyor/decisions', { site, ...search, limit: limit ?? null })

/** The series whose last step is the one that `nowMs` lies in: the same address as long as that step lasts. */
export function seriesPath(site: string, range: Range, sorter: string | null, nowMs: number): string {
  const { hours, stepSeconds } = RANGE_STEPS[range]
  const stepMs = stepSeconds * 1_000
  const toMs = (Math.floor(nowMs / stepMs) + 1) * stepMs
  const from = new Date(toMs - hours * 3_600_000).toISOString()
  return seriesQuery('/api/conveyor/series', {
    ...{ site, sorter, from, to: new Date(toMs).toISOString(), step: stepSeconds },
  })
}

export const lanePath = (lane: string): string => `/api/conveyor/lanes/${encodeURIComponent(lane)}`

export const boxPath = (site: string, barcode: string): string =>
  siteQuery(`/api/conveyor/boxes/${encodeURIComponent(barcode)}`, { site })

/** The page that lists the decisions behind a number. */
export const decisionsHref = (search: Partial<DecisionSearch>): string =>
  decisionsPage('/conveyor/decisions', search)

export const boxHref = (barcode: string): string => `/conveyor/boxes/${encodeURIComponent(barcode)}`

const MOMENT_MS = 1_000

/** Where more is told of what passed a scanner: the box's own page, or for a label that nobody could read its second. */
export const pathHref = (read: { barcode: string | null; scanner: string; at: string }): string => {
  if (read.barcode !== null) return boxHref(read.barcode)
  const atMs = Date.parse(read.at)
  const from = new Date(atMs - MOMENT_MS).toISOString()
  return decisionsHref({ scanner: read.scanner, from, to: new Date(atMs + MOMENT_MS).toISOString() })
}
