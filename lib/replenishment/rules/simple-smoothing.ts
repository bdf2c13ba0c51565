/** One-step errors of simple exponential smoothing, squared and added up, and the level behind the last value. */
export type Smoothed = { alpha: number; level: number; squaredErrors: number }

/**
 * Simple exponential smoothing that starts at the first value, as R's `HoltWinters(x, alpha, beta = FALSE, gamma = FALSE)`.
 * Source: Brown 1959; Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 8.1.
 */
export function simpleSmoothing(values: ArrayLike<number>, alpha: number): Smoothed {
  let level = values[0] ?? 0
  let squaredErrors = 0
  for (let at = 1; at < values.length; at++) {
    const error = (values[at] ?? 0) - level
    squaredErrors += error * error
    level += alpha * error
  }
  return { alpha, level, squaredErrors }
}

/** As M5's benchmark has it: the alpha between .1 and .3 whose one-step errors are smallest. */
export function modestSmoothing(values: ArrayLike<number>): Smoothed {
  let best = simpleSmoothing(values, 0.1)
  for (const alpha of [0.15, 0.2, 0.25, 0.3]) {
    const next = simpleSmoothing(values, alpha)
    if (next.squaredErrors < best.squaredErrors) best = next
  }
  return best
}

/** The bounds of R's `ets`. */
const LEAST_ALPHA = 1e-4
const MOST_ALPHA = 0.9999
const GRID = 20
const GOLDEN = (Math.sqrt(5) - 1) / 2

/**
 * Simple exponential smoothing with alpha and first level by least squares, as `forecast::ses` (ETS(A,N,N), where the largest
 * likelihood is the least sum of squares). For every alpha the best first level has a closed form, so only alpha is searched:
 * the best of a grid, then golden sections around it.
 */
export function optimalSmoothing(values: ArrayLike<number>): Smoothed & { firstLevel: number } {
  const squares = (alpha: number) => bestStart(values, alpha).squaredErrors
  const width = (MOST_ALPHA - LEAST_ALPHA) / GRID
  let center = LEAST_ALPHA
  for (let step = 1; step <= GRID; step++)
    if (squares(LEAST_ALPHA + step * width) < squares(center)) center = LEAST_ALPHA + step * width
  let low = Math.max(LEAST_ALPHA, center - width)
  let high = Math.min(MOST_ALPHA, center + width)
  while (high - low > 1e-7) {
    const left = high - GOLDEN * (high - low)
    const right = low + GOLDEN * (high - low)
    if (squares(left) <= squares(right)) high = right
    else low = left
  }
  return bestStart(values, (low + high) / 2)
}

/** With first level l the error of day t is u(t) - (1 - alpha)^t l, where u are the errors from a level of nought. */
function bestStart(values: ArrayLike<number>, alpha: number): Smoothed & { firstLevel: number } {
  let fromNought = 0
  let share = 1
  let product = 0
  let weight = 0
  let squares = 0
  for (let at = 0; at < values.length; at++) {
    const error = (values[at] ?? 0) - fromNought
    product += error * share
    weight += share * share
    squares += error * error
    fromNought += alpha * error
    share *= 1 - alpha
  }
  const firstLevel = weight === 0 ? 0 : product / weight
  const level = fromNought + share * firstLevel
  return { alpha, level, firstLevel, squaredErrors: squares - product * firstLevel }
}
