/** The innermost reason of a failed fetch, as an operator knows it: `connect ECONNREFUSED 127.0.0.1:8288`. */
export function whatWentWrong(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof AggregateError) return whatWentWrong(error.errors[0])
  return error.cause === undefined ? error.message : whatWentWrong(error.cause)
}
