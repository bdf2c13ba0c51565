type Span = { from: string; until: string | null }

/**
 * Puts what lasts into rows so that nothing in a row overlaps: each goes into the first row that is free.
 * @param leastMs room that each takes however short it is, such as for its name
 */
export function packSpans<One extends Span>(spans: readonly One[], leastMs: number): One[][] {
  const rows: One[][] = []
  for (const span of spans.toSorted((one, other) => Date.parse(one.from) - Date.parse(other.from))) {
    const free = rows.find((row) => {
      const last = row.at(-1)
      if (last?.until == null) return false
      return Math.max(Date.parse(last.until), Date.parse(last.from) + leastMs) <= Date.parse(span.from)
    })
    if (free) free.push(span)
    else rows.push([span])
  }
  return rows
}
