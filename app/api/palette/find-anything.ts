import { findBox, findBoxesWith } from '@/lib/conveyor/queries'
import { readTopology } from '@/lib/conveyor/read-topology'
import { normaliseLabel } from '@/lib/conveyor/rules/normalise-label'
import type { Sorter } from '@/lib/conveyor/topology-schema'
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
  const [found, { items: places }, path, boxes, drawn] = await Promise.all([
    orders,
    findPlaces(site, query, PLACES),
    findBox(site, barcode),
    findBoxesWith(site, barcode, MOST_OF_KIND),
    readTopology(site),
  ])
  const bins = places.filter((place) => place.kind === 'bin').slice(0, MOST_OF_KIND)
  const items = places.filter((place) => place.kind === 'sku').slice(0, MOST_OF_KIND)
  return [
    ...(path
      ? [{ kind: 'box', barcode, box: path.box?.kind ?? null, orderNumber: path.orderNumber } as const]
      : []),
    ...boxes.filter((box) => box.barcode !== path?.barcode).map((box) => ({ kind: 'box', ...box }) as const),
    ...lanesAmong(drawn?.topology.sorters ?? [], query),
    ...bins.map(({ bin, aisle, skus }) => ({ kind: 'bin', bin, aisle, skus }) as const),
    ...items.map(({ sku, name, gtin, onHand }) => ({ kind: 'item', sku, name, gtin, onHand }) as const),
    ...ordersAmong(found),
  ]
}

/** Lanes whose code or name begins with what was typed, with or without the word itself before it. */
function lanesAmong(sorters: readonly Sorter[], query: string): PaletteHit[] {
  const wanted = query
    .trim()
    .toLowerCase()
    .replace(/^(close |open )?(lane )?/, '')
  if (wanted === '') return []
  const lanes = sorters.flatMap(({ id: sorter, lanes }) =>
    lanes.map(({ id: lane, name }) => ({ kind: 'lane' as const, lane, name, sorter })),
  )
  return lanes
    .filter(({ lane, name }) => [lane, name].some((text) => text.toLowerCase().startsWith(wanted)))
    .slice(0, MOST_OF_KIND)
}

const ordersAmong = ({ items }: Awaited<ReturnType<typeof findOrders>>): PaletteHit[] =>
  items.map(({ orderNumber, customerName, status, createdAt }) => ({
    ...{ kind: 'order', orderNumber, customerName, status, createdAt },
  }))
