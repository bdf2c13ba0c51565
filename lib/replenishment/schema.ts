import { z } from 'zod'

export const HORIZON_DAYS = 28

/** What a day was or will be beyond its weekday: `closed` wants nothing. */
export const dayKindSchema = z.enum(['holiday', 'promotion', 'closed'])
export type DayKind = z.infer<typeof dayKindSchema>
/** What such a day does to demand is learnt. */
export const liftedKindSchema = dayKindSchema.exclude(['closed'])
export type LiftedKind = z.infer<typeof liftedKindSchema>

/** One item's days, oldest first. */
export type DemandSeries = {
  sku: string
  /** Units wanted, as far as they were seen. */
  units: Float64Array
  /** Days on which it was out of stock: what was seen is no more than the least that was wanted. */
  isShort?: Uint8Array
}

/** All items of a site over the same days, and what those days and the ones to come are. */
export type SiteQuestion = {
  series: DemandSeries[]
  /** One for each day of the past and of the horizon behind it. */
  kinds: (DayKind | null)[]
  horizon: number
}

/** What will be wanted, day by day behind the last one known. */
export type SeriesForecast = {
  method: string
  mean: number[]
  /** 80 in 100 days lie between both. */
  lower: number[]
  upper: number[]
  /** Standard deviation of the units from the first day to this one, all together. */
  sumSd: number[]
  /** Over the rolling-origin backtest; null where the past is too short to say. */
  rmsse: number | null
  naiveRmsse: number | null
}

const siteSchema = z.string().min(1).max(64)
const skuSchema = z.string().min(1).max(64)
const units = z.int().min(0).max(10_000_000)

/** A day of a SKU, as it is read, imported and exported. */
export const demandDaySchema = z.object({
  site: siteSchema,
  sku: skuSchema,
  day: z.iso.date().describe("The site's own day, YYYY-MM-DD."),
  ordered: units.describe('Units of orders placed that day, less what customers took back.'),
  sold: units.describe('Units that a till told of.'),
  refused: units.describe('Units of orders refused for want of them: wanted, and lost.'),
  shorted: units.describe('Of what was ordered: units that nobody found.'),
  outOfStockMinutes: z
    .int()
    .min(0)
    .max(1_500)
    .describe('Minutes of the day with nothing there: what was asked for tells less than what was wanted.'),
  revenueMinor: z
    .int()
    .min(0)
    .describe("What was ordered and sold brought, in minor units of the site's currency."),
  isImported: z.boolean().describe('Brought along from an earlier system: never counted anew.'),
})
export type DemandDay = z.infer<typeof demandDaySchema>

/** A row of a file of history; what is not given is nought. */
export const importedDaySchema = z.object({
  sku: skuSchema,
  day: z.iso.date(),
  ordered: z.coerce.number().pipe(units).default(0),
  sold: z.coerce.number().pipe(units).default(0),
  refused: z.coerce.number().pipe(units).default(0),
  shorted: z.coerce.number().pipe(units).default(0),
  outOfStockMinutes: z.coerce.number().pipe(z.int().min(0).max(1_500)).default(0),
  revenueMinor: z.coerce.number().pipe(z.int().min(0)).default(0),
})
export type ImportedDay = z.infer<typeof importedDaySchema>

export const demandImportSchema = z.object({
  imported: z
    .int()
    .describe('Days kept; sent again, the same days are kept again and are as many as before.'),
  rejected: z.array(z.object({ line: z.int(), reason: z.string() })).describe('The first 100 of them.'),
  rejectedCount: z.int(),
})
export type DemandImport = z.infer<typeof demandImportSchema>

export const demandFormatSchema = z.enum(['csv', 'parquet'])
export type DemandFormat = z.infer<typeof demandFormatSchema>

const perDay = z.array(z.number()).max(HORIZON_DAYS)
export const forecastSchema = z.object({
  site: siteSchema,
  sku: skuSchema,
  madeOn: z.iso.date().describe('The last day that was known; the first of every list is the day behind it.'),
  method: z.string().describe('The candidates whose mean it is, joined by +.'),
  mean: perDay.describe('Units a day.'),
  lower: perDay.describe('80 in 100 days lie between this and `upper`.'),
  upper: perDay,
  sumSd: perDay.describe('Standard deviation of the units from the first day to each, all together.'),
  rmsse: z.number().nullable().describe('Root mean squared scaled error (M5) over earlier origins.'),
  naiveRmsse: z.number().nullable().describe('The same of saying that tomorrow is as today.'),
  madeAt: z.iso.datetime(),
})
export type Forecast = z.infer<typeof forecastSchema>
export const forecastPageSchema = z.object({
  items: z.array(forecastSchema),
  nextCursor: z.string().nullable(),
})
export const demandPageSchema = z.object({
  items: z.array(demandDaySchema),
  nextCursor: z.string().nullable(),
})

/** Days of a site that are not like their weekday; a day without a kind is an ordinary one again. */
export const calendarDaySchema = z.strictObject({
  day: z.iso.date(),
  kind: dayKindSchema.nullable(),
  name: z.string().trim().max(100).default(''),
})
export type CalendarDay = z.infer<typeof calendarDaySchema>
export const calendarSchema = z.object({ items: z.array(calendarDaySchema).max(1_000) })

export const dayEffectSchema = z.object({
  kind: liftedKindSchema,
  factor: z.number().describe('What such a day is to its weekday, drawn towards 1 where few were seen.'),
  days: z.int().describe('Earlier days that it was learnt from.'),
})
export type DayEffect = z.infer<typeof dayEffectSchema>
/** The answer of `GET` and `PUT /api/calendar`; without a forecast nothing is learnt yet. */
export const calendarPageSchema = calendarSchema.extend({ effects: z.array(dayEffectSchema) })
export type CalendarPage = z.infer<typeof calendarPageSchema>
