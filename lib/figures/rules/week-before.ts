const WEEK_MS = 7 * 86_400_000

/** The same weekday a week earlier; both `YYYY-MM-DD`. */
export const weekBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - WEEK_MS).toISOString().slice(0, 10)
