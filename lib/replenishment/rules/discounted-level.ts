/**
 * Units of a day of weight 1, from what was seen and what the days weighed, both fading with a half-life: a ratio of two sums,
 * so that a closed day says nothing and a strong weekday does not look like growth. With equal weights it is simple exponential
 * smoothing started in the infinite past.
 * @param until days of the past that count
 */
export function discountedLevel(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  { from, until, halfLifeDays }: { from: number; until: number; halfLifeDays: number },
): number {
  const fade = 0.5 ** (1 / halfLifeDays)
  let seen = 0
  let weight = 0
  let share = 1
  for (let day = until - 1; day >= from && share > 1e-4; day--) {
    seen += share * (values[day] ?? 0)
    weight += share * (weights[day] ?? 0)
    share *= fade
  }
  return weight > 0 ? seen / weight : 0
}
