import { findProvider } from './find-provider'
import type { ChargeOutcome } from './schema'

const TIMEOUT_MS = 4_000

/** What became of an order's charge, asked by the key that charged it. A voided charge counts as declined. */
export async function lookUpPayment({
  orderNumber,
}: {
  orderNumber: string
}): Promise<ChargeOutcome | { outcome: 'not-found' }> {
  try {
    const answer = await (await findProvider()).call({ ask: 'look-up', orderNumber }, TIMEOUT_MS)
    if (answer.outcome === 'voided') return { outcome: 'declined', reason: 'cancelled' }
    if (answer.outcome === 'not-found') return { outcome: 'not-found' }
    return answer
  } catch (error) {
    return { outcome: 'unknown', detail: error instanceof Error ? error.message : String(error) }
  }
}
