/** What tours came to; metres and walked lines are those of finished tours. */
export type PickTally = {
  tours: number
  lines: number
  units: number
  hours: number
  shorts: number
  told: number
  wrong: number
  walkMetres: number
  baselineMetres: number
  walkedLines: number
}

/** Below this a rate says nothing. */
const LEAST_HOURS = 1 / 60

/** Rates of some tallies together; null where there is nothing to divide by. */
export function pickFigures(tallies: PickTally[]) {
  const sum = (part: keyof PickTally) => tallies.reduce((total, tally) => total + tally[part], 0)
  const hours = sum('hours')
  const lines = sum('lines')
  const units = sum('units')
  const told = sum('told')
  const walkedLines = sum('walkedLines')
  const rate = (value: number, by: number, least = 1) => (by >= least ? value / by : null)
  return {
    ...{ tours: sum('tours'), lines, units, hours, shorts: sum('shorts') },
    linesPerHour: rate(lines, hours, LEAST_HOURS),
    unitsPerHour: rate(units, hours, LEAST_HOURS),
    accuracy: rate(told - sum('wrong'), told),
    walkMetresPerLine: rate(sum('walkMetres'), walkedLines),
    baselineMetresPerLine: rate(sum('baselineMetres'), walkedLines),
  }
}
