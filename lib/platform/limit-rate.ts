import { type LimitKind, readRateLimits, WINDOW_SECONDS } from './rules/rate-limits'
import { type Spending, spendBudget } from './rules/spend-budget'
import { slot } from './slot'

/** Who was seen longest ago is forgotten first: 50,000 are about 8 MB. */
const MOST_CLIENTS = 50_000

const limits = readRateLimits(process.env.STOWLINE_RATE_LIMITS ?? '')

export type Limited = Spending & { kind: LimitKind; quota: number }

/**
 * Spends one request of a client's budget of a kind, in the memory of this process: with several web processes behind a
 * proxy a client has as many budgets. No round trip, because every door asks.
 * @param client a key, a person, or the address of somebody who is not known
 */
export function limitRate(kind: LimitKind, client: string, nowMs = performance.now()): Limited {
  slot.budgets ??= new Map()
  const clients = slot.budgets
  const name = `${kind} ${client}`
  const spending = spendBudget(clients.get(name), nowMs, budgetOf(kind))
  // Set anew, so that the first of the map is who was seen longest ago.
  clients.delete(name)
  clients.set(name, spending.wholeAtMs)
  if (clients.size > MOST_CLIENTS) clients.delete(clients.keys().next().value ?? name)
  return { ...spending, kind, quota: budgetOf(kind).quota }
}

/** A limit for one connection, which nobody else knows of: whether its next message may come. */
export function limitMessages(): (nowMs?: number) => Spending {
  let wholeAtMs: number | undefined
  return (nowMs = performance.now()) => {
    const spending = spendBudget(wholeAtMs, nowMs, budgetOf('message'))
    wholeAtMs = spending.wholeAtMs
    return spending
  }
}

const budgetOf = (kind: LimitKind) => ({
  quota: limits[kind] * WINDOW_SECONDS,
  windowSeconds: WINDOW_SECONDS,
})

/** `RateLimit-Policy` and `RateLimit` as the IETF's draft has them (draft-ietf-httpapi-ratelimit-headers). */
export function limitHeaders({ kind, quota, remaining, resetSeconds }: Limited): Record<string, string> {
  return {
    'ratelimit-policy': `"${kind}";q=${quota};w=${WINDOW_SECONDS}`,
    ratelimit: `"${kind}";r=${remaining};t=${resetSeconds}`,
  }
}
