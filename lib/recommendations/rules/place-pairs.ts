import { mostPicks } from '@/lib/floor/rules/most-picks'
import type { PlacedPair } from '../schema'
import { togetherScore } from './together-score'

export type PairBin = { bin: string; aisle: string; xMetres: number; yMetres: number }
type PairItem = {
  sku: string
  name: string
  category: string
  weight: number
  baskets: number
  bins: PairBin[]
}
/** Two items as they are counted, and where each lies. */
export type CountedPair = {
  one: PairItem
  other: PairItem
  baskets: number
  weight: number
  support: number
}

/** How often pickers come to an aisle for the baskets that were counted. */
export type AisleVisits = { aisle: string; climate: string; visits: number }

/** Already as near as neighbours are: nothing is to be won. */
export const NEIGHBOURS_METRES = 3

/**
 * What there is to win by placing pairs together, the most first. As neighbours, each order with both would walk at
 * most the way between their nearest bins less; pickers do not confuse items of different categories, but those of one
 * they do, so look-alikes belong apart, however often they are bought together. So do two that are popular in one crowded
 * aisle, when more baskets take one of them alone than would walk to a second aisle for both.
 * @param metresBetween the way on foot between two bins
 */
export function placePairs(
  pairs: readonly CountedPair[],
  aisles: readonly AisleVisits[],
  metresBetween: (one: PairBin, other: PairBin) => number,
): PlacedPair[] {
  const crowded = crowdedAisles(aisles)
  return pairs
    .map(({ one, other, baskets, weight, support }) => {
      const nearest = nearestBins(one.bins, other.bins, metresBetween)
      const metres = nearest && Math.round(nearest.metres * 10) / 10
      const isFar = metres !== null && metres > NEIGHBOURS_METRES
      const isLookAlike = one.category === other.category
      const spared = nearest?.aisle && crowded.has(nearest.aisle) ? sparedVisits(one, other, baskets) : 0
      const apartFor = isLookAlike ? ('look-alike' as const) : spared > 0 ? ('crowd' as const) : null
      const score = Math.max(
        togetherScore(weight, one.weight, other.weight),
        togetherScore(weight, other.weight, one.weight),
      )
      return {
        one: { sku: one.sku, name: one.name, bin: nearest?.one ?? null },
        other: { sku: other.sku, name: other.name, bin: nearest?.other ?? null },
        ...{ baskets, support, score, metres },
        advice: apartFor ? ('apart' as const) : isFar ? ('together' as const) : ('as-it-is' as const),
        ...{ apartFor, sparedVisits: isLookAlike ? 0 : spared },
        savedMetres: isFar && apartFor === null ? Math.round(metres * baskets) : 0,
      }
    })
    .sort(
      (a, b) =>
        b.savedMetres - a.savedMetres ||
        b.sparedVisits - a.sparedVisits ||
        b.score - a.score ||
        a.one.sku.localeCompare(b.one.sku) ||
        a.other.sku.localeCompare(b.other.sku),
    )
}

/** Where more visits are than half as many again as the aisles of the climate have on average. */
function crowdedAisles(aisles: readonly AisleVisits[]): Set<string> {
  const most = (climate: string) =>
    mostPicks(aisles.filter((other) => other.climate === climate).map(({ visits }) => visits))
  const mostOf = new Map([...new Set(aisles.map(({ climate }) => climate))].map((one) => [one, most(one)]))
  return new Set(
    aisles.filter(({ climate, visits }) => visits > (mostOf.get(climate) ?? 0)).map(({ aisle }) => aisle),
  )
}

/**
 * With the less popular one elsewhere, the aisle is spared the baskets that take it alone; those that take both then walk to two
 * aisles. An item that lies in several bins is not the crowd of one aisle.
 */
function sparedVisits(one: PairItem, other: PairItem, together: number): number {
  const lieInOne = [one, other].every(({ bins }) => new Set(bins.map(({ aisle }) => aisle)).size === 1)
  return lieInOne ? Math.max(0, Math.min(one.baskets, other.baskets) - 2 * together) : 0
}

type Nearest = { one: string; other: string; metres: number; aisle: string | null }

function nearestBins(
  ones: PairBin[],
  others: PairBin[],
  metresBetween: (one: PairBin, other: PairBin) => number,
): Nearest | null {
  let best: Nearest | null = null
  for (const one of ones)
    for (const other of others) {
      const metres = metresBetween(one, other)
      if (!best || metres < best.metres)
        best = {
          ...{ one: one.bin, other: other.bin, metres },
          aisle: one.aisle === other.aisle ? one.aisle : null,
        }
    }
  return best
}
