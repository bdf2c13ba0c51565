/** From included, to not: a month of UTC by its first day, `2026-11-01`. */
export function monthBounds(month: string): [from: Date, until: Date] {
  const from = new Date(`${month}T00:00:00Z`)
  return [from, new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1))]
}
