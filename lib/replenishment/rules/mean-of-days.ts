/** The mean of the last so many days, or of as many as there are. */
export function meanOfDays(values: ArrayLike<number>, horizon: number, days: number): number[] {
  const from = Math.max(0, values.length - days)
  let sum = 0
  for (let at = from; at < values.length; at++) sum += values[at] ?? 0
  const mean = values.length === 0 ? 0 : sum / (values.length - from)
  return new Array<number>(horizon).fill(mean)
}

/** Each weekday as the mean of the same weekday in the last so many weeks, or in as many as are whole. */
export function weekdayMeans(values: ArrayLike<number>, horizon: number, weeks: number): number[] {
  const whole = Math.min(weeks, Math.floor(values.length / 7))
  if (whole === 0) return meanOfDays(values, horizon, 7)
  return Array.from({ length: horizon }, (_, ahead) => {
    let sum = 0
    for (let week = 1; week <= whole; week++) sum += values[values.length - 7 * week + (ahead % 7)] ?? 0
    return sum / whole
  })
}
