import { callSandbox } from './call-sandbox'
import type { ChargeOutcome } from './schema'

const TIMEOUT_MS = 4_000

/** What became of an order's charge, asked by the key that charged it. */
export async function lookUpPayment({
  orderNumber,
}: {
  orderNumber: string
}): Promise<ChargeOutcome | { outcome: 'not-found' }> {
  try {
    const path = `/v1/authorizations?idempotencyKey=${encodeURIComponent(orderNumber)}`
    const authorization = await callSandbox({ method: 'GET', path, timeoutMs: TIMEOUT_MS })
    if (!authorization) return { outcome: 'not-found' }
    if (authorization.status === 'authorized') {
      return { outcome: 'authorised', provider: 'sandbox', reference: authorization.id }
    }
    return { outcome: 'declined', reason: authorization.declineReason ?? authorization.status }
  } catch (error) {
    return { outcome: 'unknown', detail: error instanceof Error ? error.message : String(error) }
  }
}
