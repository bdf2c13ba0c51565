const AWAY = new Set([
  // The connection is refused, cut, or its socket is gone.
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT'],
  // Postgres stops or starts (class 57P of its error codes), or has no connection left.
  ...['57P01', '57P02', '57P03', '53300'],
  // The same, as Prisma tells it.
  ...['P1001', 'P1002', 'P1017'],
])

/** Whether an error says that Postgres cannot be reached now, so that trying again is the answer. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: string }
  return (code !== undefined && AWAY.has(code)) || /Connection terminated/.test(error.message)
}
