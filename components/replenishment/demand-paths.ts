import { createSerializer, parseAsString } from 'nuqs/server'
import { dateFormat } from '@/components/ui/formats'

const DAY_MS = 86_400_000
/** Eight weeks of the past are shown. */
const PAST_DAYS = 56

const apiQuery = createSerializer({
  site: parseAsString,
  sku: parseAsString,
  from: parseAsString,
  format: parseAsString,
})

/** The day, YYYY-MM-DD, that it is at a place. */
export const dayAt = (timeZone: string, now: Date): string => dateFormat('en-CA', { timeZone }).format(now)

/** So many days behind a day, YYYY-MM-DD. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** The first day that is shown, with today as the last. */
export const firstShown = (today: string): string => dayAfter(today, 1 - PAST_DAYS)

export const demandPath = (site: string, sku: string, from: string): string =>
  apiQuery('/api/demand', { site, sku, from })

export const forecastPath = (site: string, sku: string): string => apiQuery('/api/forecasts', { site, sku })

export const demandExportPath = (site: string, from: string): string =>
  apiQuery('/api/export/demand', { site, from, format: 'csv' })
