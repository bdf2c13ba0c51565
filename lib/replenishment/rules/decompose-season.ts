export type Season = 'additive' | 'multiplicative'

/**
 * Level, trend and season of the first two periods: a centred moving average, the means of what is left by place in the
 * period, and a straight line through the average. Null when there are less than two periods.
 * Source: R 4.2.2 `stats::decompose` and the start of `stats::HoltWinters`.
 */
export function decomposeSeason(
  values: ArrayLike<number>,
  period: number,
  kind: Season,
): { level: number; trend: number; season: number[] } | null {
  const length = 2 * period
  if (values.length < length) return null
  const averages = centredAverages(values, period, length)
  const figures = Array.from({ length: period }, (_, place) => {
    let sum = 0
    let count = 0
    for (let at = place; at < length; at += period) {
      const average = averages[at]
      if (average === undefined) continue
      sum += kind === 'additive' ? (values[at] ?? 0) - average : (values[at] ?? 0) / average
      count++
    }
    return sum / count
  })
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / period
  const season = figures.map((figure) => (kind === 'additive' ? figure - mean : figure / mean))
  return { ...lineThrough(averages.filter((average) => average !== undefined)), season }
}

/** An even period has half of both its ends. */
function centredAverages(values: ArrayLike<number>, period: number, length: number): (number | undefined)[] {
  const half = Math.floor(period / 2)
  const end = period % 2 === 0 ? 0.5 : 1
  return Array.from({ length }, (_, at) => {
    if (at < half || at + half >= length) return undefined
    let sum = end * ((values[at - half] ?? 0) + (values[at + half] ?? 0))
    for (let near = at - half + 1; near < at + half; near++) sum += values[near] ?? 0
    return sum / period
  })
}

/** Least squares over the places 1, 2, …: the value at place 0, and what it gains a place. */
function lineThrough(values: number[]): { level: number; trend: number } {
  const count = values.length
  const centre = (count + 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  let product = 0
  let spread = 0
  for (const [at, value] of values.entries()) {
    product += (at + 1 - centre) * (value - mean)
    spread += (at + 1 - centre) ** 2
  }
  const trend = spread === 0 ? 0 : product / spread
  return { level: mean - trend * centre, trend }
}
