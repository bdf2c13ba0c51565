import { setTimeout } from 'node:timers/promises'
import { BusyProviderError } from './errors'
import { findProvider } from './find-provider'
import type { ChargeOutcome, ChargeRequest } from './schema'

/** A buyer waits this long for a bank; longer, and the order is settled in the background. */
const DEADLINE_MS = 4_000

/**
 * Charges a card, once for an order however often it is called: the order number is the idempotency key.
 * One quick second try with the same key gets over a provider that hiccups.
 */
export async function authorisePayment(charge: ChargeRequest): Promise<ChargeOutcome> {
  const deadline = Date.now() + DEADLINE_MS
  let detail = ''
  for (let attempt = 1; attempt <= 2; attempt++) {
    const timeoutMs = deadline - Date.now()
    if (timeoutMs <= 0) break
    try {
      return await authoriseOnce(charge, timeoutMs)
    } catch (error) {
      detail = error instanceof Error ? error.message : String(error)
      if (error instanceof BusyProviderError && Date.now() + error.retryAfterMs < deadline)
        await setTimeout(error.retryAfterMs)
    }
  }
  return { outcome: 'unknown', detail }
}

async function authoriseOnce(charge: ChargeRequest, timeoutMs: number): Promise<ChargeOutcome> {
  const answer = await (await findProvider()).call({ ask: 'authorise', charge }, timeoutMs)
  if (answer.outcome === 'voided') return { outcome: 'declined', reason: 'cancelled' }
  if (answer.outcome === 'not-found') throw new Error('the payment provider does not take authorisations')
  return answer
}
