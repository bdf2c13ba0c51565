type Span = { from: string; until: string | null }

/** Puts what lasts into rows so that nothing in a row overlaps: each goes into the first row that is free. */
export function packSpans<One extends Span>(spans: readonly One[]): One[][] {
  const rows: One[][] = []
  for (const span of spans.toSorted((one, other) => Date.parse(one.from) - Date.parse(other.from))) {
    const free = rows.find((row) => {
      const until = row.at(-1)?.until
      return until != null && Date.parse(until) <= Date.parse(span.from)
    })
    if (free) free.push(span)
    else rows.push([span])
  }
  return rows
}
