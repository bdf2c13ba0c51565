import type { HallPlan } from './generate-layout'

const LEVELS = 5
const POSITIONS = 2
const BAYS_A_BLOCK = 16
const MOST_CROSS_AISLES = 4
/** Aisles for each bay of a side that make a hall half as wide again as it is deep. */
const AISLES_A_BAY = 1.07

/** The plan of a hall with at least so many bins: six aisles of ten ambient, a quarter chilled, the rest frozen. */
export function sizeHall(bins: number): HallPlan {
  const bays = Math.ceil(bins / (2 * LEVELS * POSITIONS))
  const baysASide = Math.max(1, Math.round(Math.sqrt(bays / AISLES_A_BAY)))
  const aisles = Math.max(3, Math.ceil(bays / baysASide))
  const chilled = Math.max(1, Math.round(aisles * 0.25))
  const frozen = Math.max(1, Math.round(aisles * 0.15))
  return {
    zones: [
      { code: 'AMB', name: 'Ambient', temperatureZone: 'ambient', aisles: aisles - chilled - frozen },
      { code: 'CHL', name: 'Chilled', temperatureZone: 'chilled', aisles: chilled },
      { code: 'FRZ', name: 'Frozen', temperatureZone: 'frozen', aisles: frozen },
    ],
    baysASide,
    levels: LEVELS,
    positions: POSITIONS,
    crossAisles: Math.min(MOST_CROSS_AISLES, 2 + Math.floor(baysASide / BAYS_A_BLOCK)),
  }
}
