const HALF_LIFE_DAYS = 28

/**
 * The past as it would have been with goods on the shelf: on a day that was short, what was usual then, or what was seen where
 * that is more. The usual is a level of the days that were not short, before it and, where there are none, behind it.
 * Without short days the same values come back.
 */
export function fillShortDays(
  units: Float64Array,
  isShort: Uint8Array | undefined,
  weights: ArrayLike<number>,
  from: number,
): Float64Array {
  if (!isShort?.some(Boolean)) return units
  const filled = Float64Array.from(units)
  const fade = 0.5 ** (1 / HALF_LIFE_DAYS)
  let { seen, weight } = wholePast(units, isShort, weights, from)
  // The whole past counts like one day: it speaks until days before say more.
  seen /= Math.max(1, weight)
  weight = weight > 0 ? 1 : 0
  for (let day = from; day < units.length; day++) {
    if (isShort[day]) {
      const usual = weight > 0 ? (seen / weight) * (weights[day] ?? 0) : 0
      filled[day] = Math.max(units[day] ?? 0, usual)
    } else {
      seen = fade * seen + (units[day] ?? 0)
      weight = fade * weight + (weights[day] ?? 0)
    }
  }
  return filled
}

function wholePast(units: Float64Array, isShort: Uint8Array, weights: ArrayLike<number>, from: number) {
  let seen = 0
  let weight = 0
  for (let day = from; day < units.length; day++) {
    if (isShort[day]) continue
    seen += units[day] ?? 0
    weight += weights[day] ?? 0
  }
  return { seen, weight }
}
