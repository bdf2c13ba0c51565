/** Pairs seen in fewer baskets are chance: on real groceries raw lift ranks them first and finds nothing. */
export const LEAST_BASKETS_TOGETHER = 3

/**
 * How strongly two items are bought together: the cosine of their baskets, 0 to 1.
 * Cosine damps items that are in every basket anyway, as confidence does not, and rare pairs, as lift does not.
 * @param together baskets with both @param alone baskets with the one @param other baskets with the other
 */
export function togetherScore(together: number, alone: number, other: number): number {
  if (together < LEAST_BASKETS_TOGETHER || alone <= 0 || other <= 0) return 0
  return together / Math.sqrt(alone * other)
}
