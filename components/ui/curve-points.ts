/** What was measured at an instant, a value for each curve; null where a curve is not known. Without values the line has a break there. */
export type CurvePoint = { atMs: number; values: readonly (number | null)[] }

/** Puts a break between points that are too far apart, because what was never measured is not a straight line. */
export function breakAtGaps(points: readonly CurvePoint[], gapMs: number): CurvePoint[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1]
    if (!before || point.atMs - before.atMs <= gapMs) return [point]
    return [{ atMs: before.atMs + 1, values: [] }, point]
  })
}

/** At most `most` of the points, evenly apart, the last one always among them. */
export function thinOut(points: readonly CurvePoint[], most: number): CurvePoint[] {
  const apart = Math.ceil(points.length / most)
  return points.filter((_, index) => (points.length - 1 - index) % apart === 0)
}
