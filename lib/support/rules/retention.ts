/** What a site keeps by, that has not said otherwise. */
export const USUAL_RETENTION = {
  /** Claims of a customer lapse three years after the end of the year they arose in (§§ 195, 199 BGB). */
  personYears: 3,
  /** Vouchers are kept for eight years (§ 147 (1) no. 4 and (3) AO, § 257 (1) no. 4 and (4) HGB, as of 2025). */
  recordYears: 8,
}

/** The last day of keeping: so many years after the end of the calendar year (§ 147 (4) AO, § 257 (5) HGB), as a date. */
export const keptUntil = (from: Date, years: number): string => `${from.getUTCFullYear() + years}-12-31`

/** Before the first instant of this year an order must have ended, to be over the time by now. */
export const overBefore = (now: Date, years: number): Date =>
  new Date(Date.UTC(now.getUTCFullYear() - years, 0, 1))
