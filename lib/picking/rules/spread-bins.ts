import type { SlotLine, SpaceWish } from '../slotting-schema'
import { metresBetween } from './places-worth-trying'
import type { Desk } from './prove-move'

export type SpreadBins = { wish: SpaceWish; near: string[] }

/** A bin that is fuller than this is none that an item could call its own. */
const LEAST_FREE = 0.5

/**
 * Further bins for items that deserve more: the nearest to where walks begin or end that have room by the rules of stowing, one
 * for each that is missing, in no aisle where pickers would queue for it. No bin is named twice.
 */
export function* spreadBins(
  { facts, room, crowd, itemOf, walksOf, linesIn }: Desk,
  wishes: readonly SpaceWish[],
): Generator<undefined, SpreadBins[]> {
  const { bins, layout, start, end, lines } = facts
  const nearest = bins
    .filter(({ isOpen, freeVolumeMl, volumeMl }) => isOpen && freeVolumeMl >= LEAST_FREE * volumeMl)
    .map((bin) => ({
      ...bin,
      metres: Math.min(...[start, end].map((from) => metresBetween(layout, from, bin.place))),
    }))
    .sort((one, other) => one.metres - other.metres || one.bin.localeCompare(other.bin))
  const taken = new Set<string>()
  const spread: SpreadBins[] = []
  for (const wish of wishes) {
    yield
    const item = itemOf.get(wish.sku)
    const its = lines.flatMap(({ sku }, line) => (sku === wish.sku ? [line] : []))
    if (!item || its.length === 0) continue
    const picks = its.reduce((sum, line) => sum + (walksOf.get(line)?.length ?? 0), 0)
    const unit: SlotLine = { ...UNIT, sku: wish.sku }
    const hasIt = (bin: string) => linesIn.get(bin)?.some((line) => lines[line]?.sku === wish.sku)
    const near: string[] = []
    for (const { bin, place } of nearest) {
      if (near.length === wish.advisedBins - wish.bins) break
      if (taken.has(bin) || hasIt(bin) || !room.fits(unit, bin)) continue
      if (crowd.isCrowdedWith(unit, place, Math.ceil(picks / wish.advisedBins))) continue
      near.push(bin)
      taken.add(bin)
    }
    if (near.length > 0) spread.push({ wish, near })
  }
  return spread
}

/** What comes next has no lot yet. */
const UNIT = { bin: '', lot: '', expiresOn: null, units: 1, freeUnits: 1, isMovable: true }
