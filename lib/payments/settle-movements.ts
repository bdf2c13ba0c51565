import { listOwedOfOrder } from './queries'
import { settleMovement } from './settle-movement'

/** Settles what an order owes, one after the other, until one stays owed. Runs twice, changes once, as each of them does. */
export async function settleMovements(orderNumber: string): Promise<{ settled: number; owed: number }> {
  const owed = await listOwedOfOrder(orderNumber)
  let settled = 0
  for (const id of owed) {
    const { outcome } = await settleMovement(id)
    if (outcome === 'owed') break
    settled++
  }
  return { settled, owed: owed.length - settled }
}
