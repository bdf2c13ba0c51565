/** What is wanted when something is wanted, and how often: both smoothed. */
export type Croston = { size: number; interval: number }

/**
 * Croston's method: sizes and intervals are smoothed apart, both from their first values; null when nothing was ever wanted.
 * Units a day are `size / interval`.
 * Source: Croston 1972; alpha .1 and first values as `forecast::croston` and the M5 Competitors' Guide have them.
 */
export function croston(values: ArrayLike<number>, alpha = 0.1): Croston | null {
  let found: Croston | null = null
  let last = -1
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0
    if (value <= 0) continue
    const gap = at - last
    last = at
    if (!found) found = { size: value, interval: gap }
    else {
      found.size += alpha * (value - found.size)
      found.interval += alpha * (gap - found.interval)
    }
  }
  return found
}

/** Units a day by Croston. */
export function crostonRate(values: ArrayLike<number>, alpha = 0.1): number {
  const found = croston(values, alpha)
  return found ? found.size / found.interval : 0
}

/**
 * Croston's rate less its bias, which is half of alpha upwards.
 * Source: Syntetos and Boylan 2005; .95 at alpha .1 in the M5 Competitors' Guide.
 */
export const sbaRate = (values: ArrayLike<number>, alpha = 0.1): number =>
  (1 - alpha / 2) * crostonRate(values, alpha)

/**
 * Units a day where the chance that something is wanted is smoothed every day, so that what is wanted no more fades away.
 * Starts at the first day something was wanted. Source: Teunter, Syntetos and Babai 2011.
 */
export function tsbRate(values: ArrayLike<number>, alpha = 0.1, beta = 0.1): number {
  let size = 0
  let chance = 0
  let isSeen = false
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0
    if (!isSeen) {
      if (value <= 0) continue
      isSeen = true
      size = value
      chance = 1
    } else if (value > 0) {
      size += alpha * (value - size)
      chance += beta * (1 - chance)
    } else chance -= beta * chance
  }
  return size * chance
}
