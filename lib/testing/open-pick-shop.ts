import { recordEvents } from '@/lib/inventory/record-events'
import { placeOrder } from '@/lib/orders/place-order'
import { openPickList } from '@/lib/picking/open-pick-list'
import { db } from '@/lib/platform/db'
import { layOutShop } from './lay-out-shop'
import { orderOf, productOf, SHOP } from './open-shop'
import { tell } from './tell-stock'

/** Units of a SKU in a bin, and of which lot. */
export type Shelf = { sku: string; bin: string; quantity: number; lot?: string; expiresOn?: string }

/** The test shop with a small hall, its shelves filled through the ledger. Bins are named by their place in the layout. */
export async function openPickShop(shelves: Shelf[]): Promise<void> {
  await layOutShop()
  const skus = [...new Set(shelves.map(({ sku }) => sku))]
  await db.product.createMany({ data: skus.map((sku, at) => productOf(sku, at + 1)) })
  await fillShelves(shelves)
}

export async function fillShelves(shelves: Shelf[]): Promise<void> {
  const recording = await recordEvents(
    shelves.map((shelf) => tell('received', shelf)),
    [],
    { siteIds: [SHOP] },
  )
  if ('outcome' in recording || recording.rejected.length > 0) throw new Error(JSON.stringify(recording))
}

let placed = 0

/** Places an order and tells the warehouse of it. */
export async function orderToPick(lines: Record<string, number>, placedAt = new Date()): Promise<string> {
  const key = `pick-${++placed}-${Date.now()}`
  const placing = await placeOrder(orderOf(lines), { clientId: 'c', key, traceparent: null })
  const { orderNumber } = JSON.parse(placing.outcome === 'answered' ? placing.body : '{}')
  if (typeof orderNumber !== 'string') throw new Error(JSON.stringify(placing))
  await openPickList({ siteId: SHOP, orderNumber, customerName: 'Ada Byron', placedAt })
  return orderNumber
}
