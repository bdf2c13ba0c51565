/** What the events of one SKU at one site have in common, as far as it decides what replaying them can prove. */
export type SkuHistory = {
  /** Units were taken from anywhere, so the house chose the bin by what it knew then. */
  takesAnywhere: boolean
  /** Units were taken without naming a lot. */
  takesAnyLot: boolean
  hasLots: boolean
  hasCounts: boolean
}

/**
 * - `bins`: every bin and lot must come out equal, in whatever order and groups the events come.
 * - `sum`: which bin or lot units were taken from depended on what was known and held at that moment; what came less what
 *   went does not, so the SKU's sum must come out equal.
 * - `open`: besides, bins were counted. A count says what lies in its bin, so what it changes depends on which bins the
 *   takings before it chose: a replay that differs proves nothing, and only the ledger itself can.
 */
export type ReplayProof = 'bins' | 'sum' | 'open'

/** What a replay of these events proves. */
export function replayProof({ takesAnywhere, takesAnyLot, hasLots, hasCounts }: SkuHistory): ReplayProof {
  if (!takesAnywhere && !(takesAnyLot && hasLots)) return 'bins'
  return hasCounts ? 'open' : 'sum'
}
