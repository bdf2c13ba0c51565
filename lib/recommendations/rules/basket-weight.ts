/** What was bought together this long ago counts half as much as what is bought now. */
export const HALF_LIFE_DAYS = 180

const HALF_LIFE_MS = HALF_LIFE_DAYS * 24 * 60 * 60 * 1000
const LANDMARK_MS = Date.UTC(2026, 10, 21)

/**
 * How much a basket adds to the count of each of its items and pairs. Its items share one vote among their partners, so
 * that a basket of sixty does not shout down thirty of two; alone, an item says nothing of others: 0.
 *
 * Counts decay forward (Cormode, Shkapenyuk, Srivastava, Xu 2009): the new weigh more instead of the old less, so no row is
 * ever rewritten because time went by, and as scores are ratios, nothing is scaled back. A double overflows after
 * 1,023 half-lives, five hundred years.
 */
export function basketWeight(placedAt: Date, items: number): number {
  return items < 2 ? 0 : timeWeight(placedAt) / (items - 1)
}

/** What a basket of two items weighs that is placed at that time. */
function timeWeight(at: Date): number {
  return 2 ** ((at.getTime() - LANDMARK_MS) / HALF_LIFE_MS)
}
