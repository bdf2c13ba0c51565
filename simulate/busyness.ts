import type { Basket } from './draw-baskets'

const HOURS = 24

/**
 * How busy each hour of the day is, as a factor of the mean hour: the square root of what the real baskets show, so
 * that nights are quiet and still not dead.
 */
export function busyness(baskets: Pick<Basket, 'at'>[]): number[] {
  const counts = new Array<number>(HOURS).fill(0)
  for (const { at } of baskets) {
    const hour = Number(at.slice(0, 2))
    counts[hour] = (counts[hour] ?? 0) + 1
  }
  const roots = counts.map((count) => Math.sqrt(count + 1))
  const mean = roots.reduce((sum, root) => sum + root, 0) / HOURS
  return roots.map((root) => root / mean)
}
