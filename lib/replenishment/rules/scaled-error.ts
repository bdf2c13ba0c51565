/**
 * What a step from one day to the next is squared, on average, since the first day something was wanted: the scale that makes
 * errors of different items comparable. Null when there is none: nothing wanted, or always the same.
 * Source: M5 Competitors' Guide, RMSSE.
 */
export function stepScale(values: ArrayLike<number>): number | null {
  let first = 0
  while (first < values.length && (values[first] ?? 0) <= 0) first++
  const steps = values.length - 1 - first
  if (steps < 1) return null
  let sum = 0
  for (let at = first + 1; at < values.length; at++) sum += ((values[at] ?? 0) - (values[at - 1] ?? 0)) ** 2
  return sum > 0 ? sum / steps : null
}

/** The mean of the squared errors over the days that are known: those whose actual value is a number. */
export function meanSquaredError(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  let sum = 0
  let count = 0
  for (let at = 0; at < actual.length; at++) {
    const error = (actual[at] ?? Number.NaN) - (forecast[at] ?? 0)
    if (Number.isNaN(error)) continue
    sum += error * error
    count++
  }
  return count === 0 ? Number.NaN : sum / count
}

/** Root mean squared scaled error of a forecast by M5's definition; null when the past has no scale. */
export function rmsse(
  past: ArrayLike<number>,
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
): number | null {
  const scale = stepScale(past)
  return scale === null ? null : Math.sqrt(meanSquaredError(actual, forecast) / scale)
}

/** How far a forecast is off: root mean square, mean absolute, in percent, and against the seasonal naive's own past (MASE). */
export function accuracy(
  past: ArrayLike<number>,
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
  period: number,
): { rmse: number; mae: number; mape: number; mase: number } {
  let absolute = 0
  let percent = 0
  for (let at = 0; at < actual.length; at++) {
    const error = Math.abs((actual[at] ?? 0) - (forecast[at] ?? 0))
    absolute += error
    percent += (100 * error) / Math.abs(actual[at] ?? 0)
  }
  let seasonal = 0
  for (let at = period; at < past.length; at++)
    seasonal += Math.abs((past[at] ?? 0) - (past[at - period] ?? 0))
  const mae = absolute / actual.length
  return {
    rmse: Math.sqrt(meanSquaredError(actual, forecast)),
    mae,
    mape: percent / actual.length,
    mase: mae / (seasonal / (past.length - period)),
  }
}
