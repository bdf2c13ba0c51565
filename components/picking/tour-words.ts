/** Metres as a person says them. */
export const metresWords = (metres: number): string => `${Math.round(metres)} m`

/** What a walk saves against going aisle by aisle. */
export function savedWords({
  walkMetres,
  baselineMetres,
}: {
  walkMetres: number
  baselineMetres: number
}): string {
  const saved = baselineMetres - walkMetres
  if (baselineMetres <= 0 || saved < 0.5) return metresWords(walkMetres)
  return `${metresWords(walkMetres)}, ${metresWords(saved)} (${Math.round((100 * saved) / baselineMetres)} %) saved`
}

/** A share as a percentage; accuracy is read in tenths. */
export const percentWords = (share: number | null): string =>
  share === null ? '–' : `${(Math.floor(share * 1000) / 10).toFixed(1)}\u00a0%`

/** A rate, whole; a dash where there is none yet. */
export const rateWords = (rate: number | null): string => (rate === null ? '–' : `${Math.round(rate)}`)

/** Metres a line against the baseline. */
export function metresALineWords(walk: number | null, baseline: number | null): string {
  if (walk === null) return '–'
  return baseline === null
    ? `${walk.toFixed(1)} m`
    : `${walk.toFixed(1)} m, aisle by aisle ${baseline.toFixed(1)} m`
}
