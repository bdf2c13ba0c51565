/** Tomorrow is as today: the last value, over and over. The yardstick that every other method has to beat. */
export function naive(values: ArrayLike<number>, horizon: number): number[] {
  return new Array<number>(horizon).fill(values[values.length - 1] ?? 0)
}

/**
 * Every day as the same day of the last period; a series shorter than a period is answered by `naive`.
 * @param period days, 7 for a week
 */
export function seasonalNaive(values: ArrayLike<number>, horizon: number, period: number): number[] {
  const from = values.length - period
  if (from < 0) return naive(values, horizon)
  return Array.from({ length: horizon }, (_, ahead) => values[from + (ahead % period)] ?? 0)
}
