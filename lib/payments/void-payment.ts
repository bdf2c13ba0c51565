import { findProvider } from './find-provider'

const TIMEOUT_MS = 4_000

/**
 * Voids an order's charge. A key that the provider does not know is closed there, so that a request still on its way
 * cannot charge after we gave up.
 */
export async function voidPayment({
  orderNumber,
}: {
  orderNumber: string
}): Promise<{ outcome: 'voided' | 'unknown' }> {
  try {
    const answer = await (await findProvider()).call({ ask: 'void', orderNumber }, TIMEOUT_MS)
    return { outcome: answer.outcome === 'voided' ? 'voided' : 'unknown' }
  } catch {
    return { outcome: 'unknown' }
  }
}
