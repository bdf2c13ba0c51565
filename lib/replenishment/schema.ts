import { z } from 'zod'

export const HORIZON_DAYS = 28

/** What a day was or will be beyond its weekday: `closed` wants nothing. */
export const dayKindSchema = z.enum(['holiday', 'promotion', 'closed'])
export type DayKind = z.infer<typeof dayKindSchema>

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
