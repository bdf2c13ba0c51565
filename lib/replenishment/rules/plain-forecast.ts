import type { DemandAhead } from './demand-ahead'

const WEEK = 7
const HORIZON = 28
/** Weeks that the level and the weekdays are learnt from. */
const PROFILE_WEEKS = 8
/** Weight of the newest day in the level: the middle of what is usual for daily retail, Gardner (2006). */
const ALPHA = 0.1
/** Days that the spread of sums is taken from. */
const SPREAD_DAYS = 112
/** Weeks of no weekday pattern at all that the pattern seen is mixed with. */
const PRIOR_WEEKS = 4

/**
 * The simple forecast that the house's own is compared with: exponential smoothing of the demand freed of its weekdays, times the weekdays'
 * means over eight weeks, shrunk towards none. The deviation of a sum of days is that of the same sums in the past around the level that
 * was known before each: it has in it what the root of the days leaves out, that a good week follows a good week and the level is a guess.
 */
export function plainForecast(history: readonly number[]): DemandAhead {
  const profile = weekdayProfile(history)
  const phase = (day: number) => profile[day % WEEK] ?? 1
  const from = Math.max(0, history.length - SPREAD_DAYS - HORIZON)
  const known = history.slice(from)
  const levels = levelsOf(known, (day) => phase(from + day))
  const level = levels.at(-1) ?? 0
  const sums = [0]
  for (const [day, units] of known.entries()) sums.push((sums[day] ?? 0) + units)
  const factors = [0]
  for (let day = 0; day < known.length + HORIZON; day++) factors.push((factors[day] ?? 0) + phase(from + day))
  const sumSd = Array.from({ length: HORIZON }, (_, at) => {
    const span = at + 1
    let squares = 0
    let count = 0
    for (
      let origin = Math.min(WEEK, known.length - span);
      origin >= 0 && origin + span <= known.length;
      origin++
    ) {
      const said = (levels[origin] ?? 0) * ((factors[origin + span] ?? 0) - (factors[origin] ?? 0))
      squares += ((sums[origin + span] ?? 0) - (sums[origin] ?? 0) - said) ** 2
      count += 1
    }
    return count === 0 ? 0 : Math.sqrt(squares / count)
  })
  return { mean: Array.from({ length: HORIZON }, (_, at) => level * phase(history.length + at)), sumSd }
}

/** The level known before each day, and after the last. */
function levelsOf(history: readonly number[], phase: (day: number) => number): number[] {
  const start = history.slice(0, 2 * WEEK)
  let level = start.reduce((sum, units) => sum + units, 0) / Math.max(1, start.length)
  const levels = [level]
  for (const [day, units] of history.entries()) {
    const factor = phase(day)
    // A weekday without any demand tells nothing of the level.
    if (factor > CLOSED) level += ALPHA * factor * (units / factor - level)
    levels.push(level)
  }
  return levels
}

const CLOSED = 0.01

/** Each weekday's share of the mean, 1 on average, by days since the first of `history`, modulo 7. */
function weekdayProfile(history: readonly number[]): number[] {
  const from = Math.max(0, history.length - PROFILE_WEEKS * WEEK)
  const sums = Array.from({ length: WEEK }, () => 0)
  for (let day = from; day < history.length; day++)
    sums[day % WEEK] = (sums[day % WEEK] ?? 0) + (history[day] ?? 0)
  const total = sums.reduce((sum, units) => sum + units, 0)
  if (total === 0) return sums.map(() => 1)
  const weeks = (history.length - from) / WEEK
  // A day that never sold anything in eight weeks is a day on which the house is closed.
  const shrunk = sums.map(
    (units) =>
      (units === 0 && weeks >= PROFILE_WEEKS ? 0 : ((WEEK * units) / total) * weeks + PRIOR_WEEKS) /
      (weeks + PRIOR_WEEKS),
  )
  const mean = shrunk.reduce((sum, factor) => sum + factor, 0) / WEEK
  return shrunk.map((factor) => factor / mean)
}
