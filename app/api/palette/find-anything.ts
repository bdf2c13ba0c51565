import { findBox } from '@/lib/conveyor/queries'
import { normaliseLabel } from '@/lib/conveyor/rules/normalise-label'
import { findPlaces } from '@/lib/inventory/find-places'
import type { PaletteHit } from '@/lib/sites/palette-schema'
import type { Role } from '@/lib/sites/schema'
import { findOrders } from '@/lib/support/queries'

/** Of each kind: who sees more than this types on. */
const MOST_OF_KIND = 6
/** Bins come first of those found and items after them: so many that bins leave room for items. */
const PLACES = 50

/** Asks every finder of the house side by side; support sees orders only. */
export async function findAnything(site: string, role: Role, query: string): Promise<PaletteHit[]> {
  const orders = findOrders({ siteIds: [site], query, limit: MOST_OF_KIND })
  if (role !== 'manager') return ordersAmong(await orders)
  const barcode = normaliseLabel(query)
  const [found, { items: places }, path] = await Promise.all([
    orders,
    findPlaces(site, query, PLACES),
    findBox(site, barcode),
  ])
  const bins = places.filter((place) => place.kind === 'bin').slice(0, MOST_OF_KIND)
  const items = places.filter((place) => place.kind === 'sku').slice(0, MOST_OF_KIND)
  return [
    ...(path
      ? [{ kind: 'box', barcode, box: path.box?.kind ?? null, orderNumber: path.orderNumber } as const]
      : []),
    ...bins.map(({ bin, aisle, skus }) => ({ kind: 'bin', bin, aisle, skus }) as const),
    ...items.map(({ sku, name, gtin, onHand }) => ({ kind: 'item', sku, name, gtin, onHand }) as const),
    ...ordersAmong(found),
  ]
}

const ordersAmong = ({ items }: Awaited<ReturnType<typeof findOrders>>): PaletteHit[] =>
  items.map(({ orderNumber, customerName, status, createdAt }) => ({
    ...{ kind: 'order', orderNumber, customerName, status, createdAt },
  }))
