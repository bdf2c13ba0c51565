/** What was taken in these days tells how soon an item is out. */
export const TAKEN_DAYS = 28
const COVER_DAYS = 3
const FEWEST_UNITS = 2

/**
 * As few units as this are few: what is taken in three days, and never fewer than two.
 * @param takenUnits picked and sold in the last 28 days
 */
export function lowStockLevel(takenUnits: number): number {
  return Math.max(FEWEST_UNITS, Math.floor((COVER_DAYS * takenUnits) / TAKEN_DAYS))
}
