import { readHall } from '@/lib/picking/read-hall'
import { metresBetween } from '@/lib/picking/rules/places-worth-trying'
import { listPairs } from '@/lib/recommendations/list-pairs'
import { placePairs } from '@/lib/recommendations/rules/place-pairs'
import type { PlacedPair } from '@/lib/recommendations/schema'

/** The pairs of a site on its floor as it is today. Here, because what is bought together knows no way of walking. */
export async function placePairsOfSite(siteId: string): Promise<PlacedPair[]> {
  const [{ pairs, aisles }, hall] = await Promise.all([listPairs(siteId), readHall(siteId)])
  return placePairs(pairs, aisles, (one, other) =>
    metresBetween(hall.layout, hall.placeOfBin(one), hall.placeOfBin(other)),
  )
}
