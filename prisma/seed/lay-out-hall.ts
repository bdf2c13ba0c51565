import type { TemperatureZone } from '@/lib/catalog/schema'

const AISLE_PITCH_METRES = 3.6
const BAY_METRES = 1.2
const CROSS_AISLE_METRES = 2.4
const BAYS_A_SIDE = 30
const LEVELS = 'ABCD'

/** A shelf of 1.2 x 0.6 x 0.5 m, less the air above the goods. */
const BIN_VOLUME_ML = 300_000
const BIN_MAX_WEIGHT_GRAMS = 180_000

export type HallZone = { code: string; name: string; temperatureZone: TemperatureZone; aisles: string[] }

const aisles = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, n) => `A${String(from + n).padStart(2, '0')}`)

/** The demo hall: 24 aisles in three climates. */
export const HALL: HallZone[] = [
  { code: 'AMB', name: 'Ambient', temperatureZone: 'ambient', aisles: aisles(1, 14) },
  { code: 'CHL', name: 'Chilled', temperatureZone: 'chilled', aisles: aisles(15, 20) },
  { code: 'FRZ', name: 'Frozen', temperatureZone: 'frozen', aisles: aisles(21, 24) },
]

export const aisleXMetres = (aisle: string): number => Number(aisle.slice(1)) * AISLE_PITCH_METRES

/** The 240 bins of an aisle: odd bays left, even bays right, four levels; a code reads A07-12-C. */
export function binsOfAisle(aisle: string) {
  const x = aisleXMetres(aisle)
  return Array.from({ length: BAYS_A_SIDE * 2 }, (_, n) => n + 1).flatMap((bay) =>
    [...LEVELS].map((letter, level) => ({
      code: `${aisle}-${String(bay).padStart(2, '0')}-${letter}`,
      side: bay % 2 ? 'L' : 'R',
      bay,
      level: level + 1,
      xMetres: x + (bay % 2 ? -0.9 : 0.9),
      yMetres: CROSS_AISLE_METRES + Math.floor((bay - 1) / 2) * BAY_METRES + BAY_METRES / 2,
      volumeMl: BIN_VOLUME_ML,
      maxWeightGrams: BIN_MAX_WEIGHT_GRAMS,
    })),
  )
}
