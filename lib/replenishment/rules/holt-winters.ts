import { decomposeSeason, type Season } from './decompose-season'

/** Level, what it gains a step, and the season's figure for the steps to come, the next one first. */
export type Standing = { level: number; trend: number; season: number[]; kind: Season }
type Weights = { alpha: number; beta: number; gamma: number }

/**
 * Holt's linear trend from the second value and the first difference, as R's `HoltWinters(x, alpha, beta, gamma = FALSE)`.
 * Source: Holt 1957.
 */
export function holt(values: ArrayLike<number>, { alpha, beta }: Omit<Weights, 'gamma'>): Standing {
  let level = values[1] ?? values[0] ?? 0
  let trend = values.length < 2 ? 0 : level - (values[0] ?? 0)
  for (let at = 2; at < values.length; at++) {
    const before = level
    level = alpha * (values[at] ?? 0) + (1 - alpha) * (level + trend)
    trend = beta * (level - before) + (1 - beta) * trend
  }
  return { level, trend, season: [0], kind: 'additive' }
}

/**
 * Holt-Winters with an additive or multiplicative season, started by the decomposition of the first two periods as R's
 * `HoltWinters` is. Null for less than two periods. Source: Winters 1960; R 4.2.2 `stats::HoltWinters`.
 * @param period steps, 7 for days of a week, 12 for months of a year
 */
export function holtWinters(
  values: ArrayLike<number>,
  { period, kind, alpha, beta, gamma }: Weights & { period: number; kind: Season },
): Standing | null {
  const start = decomposeSeason(values, period, kind)
  if (!start) return null
  const { season } = start
  let { level, trend } = start
  for (let at = period; at < values.length; at++) {
    const value = values[at] ?? 0
    const figure = season[at % period] ?? 0
    const before = level
    const plain = kind === 'additive' ? value - figure : value / figure
    level = alpha * plain + (1 - alpha) * (level + trend)
    trend = beta * (level - before) + (1 - beta) * trend
    season[at % period] = gamma * (kind === 'additive' ? value - level : value / level) + (1 - gamma) * figure
  }
  const next = values.length % period
  return { level, trend, season: [...season.slice(next), ...season.slice(0, next)], kind }
}

/** The steps to come of a level with trend and season. */
export function stepsAhead({ level, trend, season, kind }: Standing, horizon: number): number[] {
  return Array.from({ length: horizon }, (_, ahead) => {
    const plain = level + (ahead + 1) * trend
    const figure = season[ahead % season.length] ?? 0
    return kind === 'additive' ? plain + figure : plain * figure
  })
}
