import type { HallPlan } from '@/lib/floor/rules/generate-layout'

/** The demo's hall: 24 aisles in three climates, 5,760 bins, and a cross aisle through the middle. */
export const DEMO_HALL: HallPlan = {
  zones: [
    { code: 'AMB', name: 'Ambient', temperatureZone: 'ambient', aisles: 14 },
    { code: 'CHL', name: 'Chilled', temperatureZone: 'chilled', aisles: 6 },
    { code: 'FRZ', name: 'Frozen', temperatureZone: 'frozen', aisles: 4 },
  ],
  baysASide: 12,
  levels: 5,
  positions: 2,
  crossAisles: 3,
}
