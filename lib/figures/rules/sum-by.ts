/** The sums of so many neighbours at a time; the last may be of fewer. */
export function sumBy(counts: readonly number[], size: number): number[] {
  return Array.from({ length: Math.ceil(counts.length / size) }, (_, at) =>
    counts.slice(at * size, (at + 1) * size).reduce((sum, count) => sum + count, 0),
  )
}

/** The highest of so many neighbours at a time. */
export function highestBy(counts: readonly number[], size: number): number[] {
  return Array.from({ length: Math.ceil(counts.length / size) }, (_, at) =>
    Math.max(0, ...counts.slice(at * size, (at + 1) * size)),
  )
}
