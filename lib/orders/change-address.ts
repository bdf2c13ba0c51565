import { changeOrder } from './change-order'
import { addressChanged } from './events'
import { readUnits } from './read-units'
import { reasonAgainstNewAddress } from './rules/may-change-address'
import { sayOfOrder } from './say-of-order'
import type { OrderRequest } from './schema'

export type AddressChange =
  | { outcome: 'changed' | 'same' }
  | { outcome: 'refused'; says: string }
  | { outcome: 'unknown' }

/** Sends an order to another address, as long as nothing of it is labelled. The address that it has already: nothing. */
export async function changeAddress(
  orderNumber: string,
  shipTo: OrderRequest['shipTo'],
  now: Date,
): Promise<AddressChange> {
  const changed = await changeOrder<AddressChange>(orderNumber, now, async (client, order) => {
    const says = reasonAgainstNewAddress(order.status, await readUnits(client, orderNumber))
    if (says !== null) return { result: { outcome: 'refused', says } }
    const { rowCount } = await client.query(
      'UPDATE orders SET ship_to = $2 WHERE number = $1 AND ship_to <> $2::jsonb',
      [orderNumber, JSON.stringify(shipTo)],
    )
    if (rowCount === 0) return { result: { outcome: 'same' } }
    await sayOfOrder(client, order, addressChanged, `${orderNumber}:${order.version + 1}`, {}, now)
    return { result: { outcome: 'changed' }, event: addressChanged }
  })
  return changed?.result ?? { outcome: 'unknown' }
}
