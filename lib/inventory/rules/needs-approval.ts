export type CountLimit = { units: number; percent: number }

/**
 * Whether a count's difference is too large to be believed without a manager: by more units than the limit, or by more
 * of what was expected. Where nothing was expected, only the units tell.
 */
export function needsApproval(expected: number, counted: number, limit: CountLimit): boolean {
  const difference = Math.abs(counted - expected)
  if (difference > limit.units) return true
  return expected > 0 && difference * 100 > limit.percent * expected
}
