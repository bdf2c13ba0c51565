import type { PlacedPair } from '../schema'
import { togetherScore } from './together-score'

export type PairBin = { bin: string; aisle: string; xMetres: number; yMetres: number }
type PairItem = { sku: string; name: string; category: string; weight: number; bins: PairBin[] }
/** Two items as they are counted, and where each lies. */
export type CountedPair = {
  one: PairItem
  other: PairItem
  baskets: number
  weight: number
  support: number
}

/** Already as near as neighbours are: nothing is to be won. */
export const NEIGHBOURS_METRES = 3

/**
 * What there is to win by placing pairs together, the most first. As neighbours, each order with both would walk at
 * most the way between their nearest bins less; pickers do not confuse items of different categories, but those of one
 * they do, so look-alikes belong apart, however often they are bought together.
 * @param metresBetween the way on foot between two bins
 */
export function placePairs(
  pairs: readonly CountedPair[],
  metresBetween: (one: PairBin, other: PairBin) => number,
): PlacedPair[] {
  return pairs
    .map(({ one, other, baskets, weight, support }) => {
      const nearest = nearestBins(one.bins, other.bins, metresBetween)
      const metres = nearest && Math.round(nearest.metres * 10) / 10
      const isFar = metres !== null && metres > NEIGHBOURS_METRES
      const isLookAlike = one.category === other.category
      const score = Math.max(
        togetherScore(weight, one.weight, other.weight),
        togetherScore(weight, other.weight, one.weight),
      )
      return {
        one: { sku: one.sku, name: one.name, bin: nearest?.one ?? null },
        other: { sku: other.sku, name: other.name, bin: nearest?.other ?? null },
        ...{ baskets, support, score, metres },
        advice: isLookAlike ? ('apart' as const) : isFar ? ('together' as const) : ('as-it-is' as const),
        savedMetres: isFar && !isLookAlike ? Math.round(metres * baskets) : 0,
      }
    })
    .sort(
      (a, b) =>
        b.savedMetres - a.savedMetres ||
        b.score - a.score ||
        a.one.sku.localeCompare(b.one.sku) ||
        a.other.sku.localeCompare(b.other.sku),
    )
}

function nearestBins(
  ones: PairBin[],
  others: PairBin[],
  metresBetween: (one: PairBin, other: PairBin) => number,
): { one: string; other: string; metres: number } | null {
  let best: { one: string; other: string; metres: number } | null = null
  for (const one of ones)
    for (const other of others) {
      const metres = metresBetween(one, other)
      if (!best || metres < best.metres) best = { one: one.bin, other: other.bin, metres }
    }
  return best
}
