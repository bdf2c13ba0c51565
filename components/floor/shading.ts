import type { FloorModel } from './floor-model'
import { type LevelStore, NO_DAY } from './level-store'

export const COLOURS = ['fill', 'heat', 'age', 'expiry', 'zone'] as const
export type Colour = (typeof COLOURS)[number]

/** Steps of a ramp: more cannot be told apart. Shade 0 is an empty bin, the last one what is beyond the ramp. */
export const STEPS = 24
export const BEYOND = STEPS + 1
export const SHADES = STEPS + 2
/** What the end of the ramp stands for. */
export const MOST = { fill: 100, heat: 12, age: 30, expiry: 30 } as const

/** Each bin's and each spot's place in the palette, kept in step with the levels. */
export type Shading = {
  colour: Colour
  bins: Uint8Array
  spots: Uint8Array
  /** 1 for a bin that was searched for; null while nothing is. */
  hits: Uint8Array | null
  spotHits: Uint8Array | null
}

type Floor = { model: FloorModel; levels: LevelStore; today: number }

export function makeShading({ model }: Floor, colour: Colour): Shading {
  return {
    colour,
    bins: new Uint8Array(model.count),
    spots: new Uint8Array(model.spots.count),
    hits: null,
    spotHits: null,
  }
}

/** Shades everything anew: 200,000 bins in a few milliseconds. */
export function shadeAll(floor: Floor, shading: Shading): void {
  for (let bin = 0; bin < floor.model.count; bin++) shading.bins[bin] = shadeOf(floor, shading.colour, bin)
  for (let spot = 0; spot < floor.model.spots.count; spot++)
    shading.spots[spot] = shadeOfSpot(floor.model, shading, spot)
}

/** Shades the bins that changed; the answer is the spots to be drawn again. */
export function shadeSome(floor: Floor, shading: Shading, bins: readonly number[]): Set<number> {
  const spots = new Set<number>()
  for (const bin of bins) {
    shading.bins[bin] = shadeOf(floor, shading.colour, bin)
    spots.add(floor.model.spotOf[bin] ?? 0)
  }
  for (const spot of spots) shading.spots[spot] = shadeOfSpot(floor.model, shading, spot)
  return spots
}

/** Marks the bins that were searched for; null ends the search. */
export function markHits(
  { spotOf, spots }: FloorModel,
  shading: Shading,
  bins: readonly number[] | null,
): void {
  shading.hits = bins && new Uint8Array(shading.bins.length)
  shading.spotHits = bins && new Uint8Array(spots.count)
  for (const bin of bins ?? []) {
    if (shading.hits) shading.hits[bin] = 1
    if (shading.spotHits) shading.spotHits[spotOf[bin] ?? 0] = 1
  }
}

const ramp = (value: number, most: number): number =>
  Math.min(STEPS, Math.max(1, Math.ceil((value / most) * STEPS)))

function shadeOf({ model, levels, today }: Floor, colour: Colour, bin: number): number {
  if (colour === 'zone') return (model.zoneOf[bin] ?? 0) + 1
  if (colour === 'heat') {
    const picks = levels.picks[bin] ?? 0
    if (picks === 0) return 0
    return picks > MOST.heat ? BEYOND : ramp(picks, MOST.heat)
  }
  if ((levels.units[bin] ?? 0) <= 0) return 0
  if (colour === 'fill') {
    const fill = levels.fill[bin] ?? 0
    return fill > MOST.fill ? BEYOND : ramp(fill, MOST.fill)
  }
  if (colour === 'age') return ramp(today - (levels.oldestDay[bin] ?? today) + 1, MOST.age)
  const expiry = levels.expiryDay[bin] ?? NO_DAY
  if (expiry === NO_DAY) return 0
  // Much of this ramp is little time.
  return expiry < today ? BEYOND : ramp(MOST.expiry - (expiry - today), MOST.expiry)
}

/** One shade for all levels of a spot: fill is a mean, of all else the most striking is what one looks for. */
function shadeOfSpot({ spots }: FloorModel, { colour, bins }: Shading, spot: number): number {
  const from = spots.first[spot] ?? 0
  const to = spots.first[spot + 1] ?? from
  let sum = 0
  let most = 0
  for (let at = from; at < to; at++) {
    const shade = bins[spots.bins[at] ?? 0] ?? 0
    sum += Math.min(shade, STEPS)
    if (shade > most) most = shade
  }
  return colour === 'fill' && most <= STEPS ? Math.round(sum / Math.max(1, to - from)) : most
}
