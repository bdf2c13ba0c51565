import type { Layout, LayoutAisle, LayoutBin, LayoutStation, LayoutZone } from '../schema'

// Shelving 0.6 m deep on both sides of a walk of 2.4 m; a bay is 2.4 m wide and holds its bins side by side on each level.
const AISLE_PITCH_METRES = 3.6
const BIN_FROM_AISLE_METRES = 1.5
const BAY_METRES = 2.4
const CROSS_AISLE_METRES = 2.4
const SHELF_DEPTH_METRES = 0.6
const LEVEL_METRES = 0.4
const LOWEST_BOARD_METRES = 0.1
/** What a bin holds of its geometry: the rest is the air above the goods. */
const USABLE_PART = 5 / 6
const BIN_MAX_WEIGHT_GRAMS = 150_000
const AISLES_A_PACK_STATION = 8
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export type HallPlan = {
  /** Left to right; each takes this many aisles. */
  zones: (LayoutZone & { aisles: number })[]
  /** Bays on each side of an aisle. */
  baysASide: number
  /** At most 26: a level is a letter. */
  levels: number
  /** Bins side by side in a bay on each level. */
  positions: number
  /** At least two. The bays are shared out between them as evenly as they go. */
  crossAisles: number
}

/**
 * A hall of parallel aisles. A bin's code is aisle, bay, level and position, such as A07-12-C2: odd bays stand left of the
 * aisle, even ones right. The depot and the pack stations lie at the front, the dock at the back.
 */
export function generateLayout(plan: HallPlan): Layout {
  const { zones, baysASide, crossAisles } = plan
  const aisles = aislesOf(plan)
  const crossYMetres = Array.from({ length: crossAisles }, (_, row) =>
    tidy((row + 0.5) * CROSS_AISLE_METRES + baysInFrontOf(row, plan) * BAY_METRES),
  )
  return {
    format: 'stowline-layout/1',
    widthMetres: tidy((aisles.length + 1) * AISLE_PITCH_METRES),
    depthMetres: tidy(crossAisles * CROSS_AISLE_METRES + baysASide * BAY_METRES),
    crossYMetres,
    zones: zones.map(({ aisles: _, ...zone }) => zone),
    aisles,
    bins: aisles.flatMap((aisle) => binsOf(aisle, plan)),
    stations: stationsOf(aisles, crossYMetres),
    blocks: [],
  }
}

function aislesOf({ zones }: HallPlan): LayoutAisle[] {
  const zoneOfAisle = zones.flatMap(({ code, aisles }) => Array.from({ length: aisles }, () => code))
  const digits = digitsOf(zoneOfAisle.length)
  return zoneOfAisle.map((zone, at) => ({
    code: `A${String(at + 1).padStart(digits, '0')}`,
    zone,
    xMetres: tidy((at + 1) * AISLE_PITCH_METRES),
    direction: 'both',
  }))
}

function binsOf(aisle: LayoutAisle, plan: HallPlan): LayoutBin[] {
  const { baysASide, levels, positions, crossAisles } = plan
  const digits = digitsOf(baysASide * 2)
  // Rounded down: side by side they must fit.
  const widthMetres = Math.floor((BAY_METRES / positions) * 100 + 1e-6) / 100
  const size = { widthMetres, depthMetres: SHELF_DEPTH_METRES, heightMetres: LEVEL_METRES }
  const volumeMl = Math.round(widthMetres * SHELF_DEPTH_METRES * LEVEL_METRES * USABLE_PART * 1e6)
  const blockStarts = Array.from({ length: crossAisles - 1 }, (_, row) => baysInFrontOf(row, plan))
  const bins: LayoutBin[] = []
  for (let bay = 1; bay <= baysASide * 2; bay++) {
    const side = bay % 2 ? 'L' : 'R'
    const along = Math.floor((bay - 1) / 2)
    const crossed = blockStarts.filter((start) => start <= along).length
    const bayYMetres = crossed * CROSS_AISLE_METRES + along * BAY_METRES
    const xMetres = tidy(aisle.xMetres + (side === 'L' ? -BIN_FROM_AISLE_METRES : BIN_FROM_AISLE_METRES))
    for (let level = 1; level <= levels; level++)
      for (let position = 1; position <= positions; position++)
        bins.push({
          code: `${aisle.code}-${String(bay).padStart(digits, '0')}-${LETTERS[level - 1]}${position}`,
          aisle: aisle.code,
          ...{ side, bay, level, xMetres, ...size, volumeMl, maxWeightGrams: BIN_MAX_WEIGHT_GRAMS },
          yMetres: tidy(bayYMetres + ((position - 0.5) * BAY_METRES) / positions),
          pickHeightMetres: tidy(LOWEST_BOARD_METRES + (level - 1) * LEVEL_METRES),
        })
  }
  return bins
}

/** Tours start where the first aisle meets the front; a pack station for every eight aisles, a dock at the back's middle. */
function stationsOf(aisles: LayoutAisle[], crossYMetres: number[]): LayoutStation[] {
  const [front = 0, back = 0] = [crossYMetres.at(0), crossYMetres.at(-1)]
  const packing = aisles.filter((_, at) => at % AISLES_A_PACK_STATION === AISLES_A_PACK_STATION >> 1)
  const middle = aisles[aisles.length >> 1]
  return [
    ...aisles
      .slice(0, 1)
      .map(({ xMetres }) => ({ code: 'DEPOT-1', kind: 'depot' as const, xMetres, yMetres: front })),
    ...packing.map(({ xMetres }, at) => ({
      code: `PACK-${at + 1}`,
      kind: 'pack' as const,
      xMetres,
      yMetres: front,
    })),
    ...(middle ? [{ code: 'DOCK-1', kind: 'dock' as const, xMetres: middle.xMetres, yMetres: back }] : []),
  ]
}

/** Of a side's bays, how many stand in front of this cross aisle. */
const baysInFrontOf = (row: number, { baysASide, crossAisles }: HallPlan): number =>
  Math.floor((baysASide * row) / (crossAisles - 1))

const digitsOf = (most: number): number => Math.max(2, String(most).length)

/** To the centimetre, because 7 x 3.6 is not quite 25.2. */
const tidy = (metres: number): number => Math.round(metres * 100) / 100
