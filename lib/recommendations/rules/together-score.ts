/** Pairs seen in fewer baskets are chance: on real groceries raw lift ranks them first and finds nothing. */
export const LEAST_BASKETS_TOGETHER = 3

/** How far a score is damped by how often the other item is bought at all; 0 is confidence, one half is cosine. */
const DAMPING = 0.3

/**
 * How strongly an item draws another into its baskets, 0 to 1: conditional probability damped by the other's popularity
 * (Deshpande & Karypis 2004). Both exponents add to one, so that the scale of the weights falls out.
 * The damping is what found most in the last fifth of the training baskets of two shops, both together.
 * @param together weight of the baskets with both @param mine of those with the one @param theirs of those with the other
 */
export function togetherScore(together: number, mine: number, theirs: number): number {
  if (together <= 0 || mine <= 0 || theirs <= 0) return 0
  return Math.min(1, together / (mine ** (1 - DAMPING) * theirs ** DAMPING))
}
