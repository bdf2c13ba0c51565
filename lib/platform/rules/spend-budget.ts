/** `quota` requests in `windowSeconds`, as many of them at once as you like. */
export type Budget = { quota: number; windowSeconds: number }
export type Spending = {
  isAllowed: boolean
  /** What is kept of the client: when its budget is whole again, in ms of the clock that `nowMs` is of. */
  wholeAtMs: number
  /** Requests that may still come at once. */
  remaining: number
  /** Until more may come; when nothing is refused, until the budget is whole. At least 1. */
  resetSeconds: number
}

/**
 * Spends one request of a budget: the generic cell rate algorithm (ITU-T I.371, virtual scheduling). One number a client is
 * all that is kept, and there is no window at whose edge twice as many pass.
 * @param wholeAtMs of the last spending that was allowed; undefined for a client that is new
 */
export function spendBudget(
  wholeAtMs: number | undefined,
  nowMs: number,
  { quota, windowSeconds }: Budget,
): Spending {
  const windowMs = windowSeconds * 1000
  const stepMs = windowMs / quota
  const before = Math.max(wholeAtMs ?? nowMs, nowMs)
  const after = before + stepMs
  const isAllowed = after - nowMs <= windowMs + stepMs * 1e-6
  const kept = isAllowed ? after : before
  const remaining = Math.max(0, Math.floor((windowMs - (kept - nowMs)) / stepMs + 1e-6))
  const waitMs = isAllowed ? kept - nowMs : after - nowMs - windowMs
  return { isAllowed, wholeAtMs: kept, remaining, resetSeconds: Math.max(1, Math.ceil(waitMs / 1000)) }
}
