import type { TemperatureZone } from '@/lib/catalog/schema'

// Shelving 0.6 m deep on both sides of a walk of 2.4 m; a bay is 2.4 m wide and holds two bins on each level.
const AISLE_PITCH_METRES = 3.6
const BIN_FROM_AISLE_METRES = 1.5
const BAY_METRES = 2.4
const CROSS_AISLE_METRES = 2.4
const BAYS_A_SIDE = 12
const LEVELS = 'ABCDE'
const POSITIONS = [1, 2]

/** 1.2 x 0.6 x 0.4 m, less the air above the goods. */
const BIN_VOLUME_ML = 240_000
const BIN_MAX_WEIGHT_GRAMS = 150_000

export type HallZone = { code: string; name: string; temperatureZone: TemperatureZone; aisles: string[] }

const aisles = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, n) => `A${String(from + n).padStart(2, '0')}`)

/** The demo hall: 24 aisles in three climates. */
export const HALL: HallZone[] = [
  { code: 'AMB', name: 'Ambient', temperatureZone: 'ambient', aisles: aisles(1, 14) },
  { code: 'CHL', name: 'Chilled', temperatureZone: 'chilled', aisles: aisles(15, 20) },
  { code: 'FRZ', name: 'Frozen', temperatureZone: 'frozen', aisles: aisles(21, 24) },
]

export const aisleXMetres = (aisle: string): number => tidy(Number(aisle.slice(1)) * AISLE_PITCH_METRES)

/** The 240 bins of an aisle: odd bays left, even bays right, five levels, two positions; a code reads A07-12-C2. */
export function binsOfAisle(aisle: string) {
  const bays = Array.from({ length: BAYS_A_SIDE * 2 }, (_, n) => n + 1)
  return bays.flatMap((bay) =>
    [...LEVELS].flatMap((letter, level) =>
      POSITIONS.map((position) => ({
        code: `${aisle}-${String(bay).padStart(2, '0')}-${letter}${position}`,
        side: bay % 2 ? 'L' : 'R',
        bay,
        level: level + 1,
        xMetres: tidy(aisleXMetres(aisle) + (bay % 2 ? -BIN_FROM_AISLE_METRES : BIN_FROM_AISLE_METRES)),
        yMetres: tidy(
          CROSS_AISLE_METRES +
            Math.floor((bay - 1) / 2) * BAY_METRES +
            ((position - 0.5) * BAY_METRES) / POSITIONS.length,
        ),
        volumeMl: BIN_VOLUME_ML,
        maxWeightGrams: BIN_MAX_WEIGHT_GRAMS,
      })),
    ),
  )
}

/** To the centimetre, because 7 x 3.6 is not quite 25.2. */
function tidy(metres: number): number {
  return Math.round(metres * 100) / 100
}
