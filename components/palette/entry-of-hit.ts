import type { PaletteHit } from '@/lib/sites/palette-schema'
import type { Entry } from './entry'

const BOX_WORDS = { tote: 'Tote', parcel: 'Parcel' } as const

const countOf = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** What was found, as it is shown; `day` says a moment in the words of the site. */
export function entryOfHit(hit: PaletteHit, day: (moment: string) => string): Entry {
  switch (hit.kind) {
    case 'item': {
      const { sku, name, gtin, onHand } = hit
      const detail = `${sku} · ${onHand === 0 ? 'none' : onHand} on hand`
      const href = `/inventory/${encodeURIComponent(sku)}`
      return { id: `item ${sku}`, kind: 'item', title: name, detail, also: [sku, gtin], href }
    }
    case 'bin': {
      const { bin, aisle, skus } = hit
      const detail = `Aisle ${aisle} · ${skus === 0 ? 'empty' : countOf(skus, 'item', 'items')}`
      return {
        id: `bin ${bin}`,
        kind: 'bin',
        title: bin,
        detail,
        href: `/floor?bin=${encodeURIComponent(bin)}`,
      }
    }
    case 'order': {
      const { orderNumber, customerName, status, createdAt } = hit
      const detail = `${customerName} · ${capitalised(status)} · ${day(createdAt)}`
      const href = `/orders/${encodeURIComponent(orderNumber)}`
      return {
        id: `order ${orderNumber}`,
        kind: 'order',
        title: orderNumber,
        detail,
        also: [customerName],
        href,
      }
    }
    case 'box': {
      const { barcode, box, orderNumber } = hit
      const what = box === null ? 'Read by a scanner, never announced' : BOX_WORDS[box]
      const detail = orderNumber === null ? what : `${what} of order ${orderNumber}`
      const href = `/conveyor/boxes/${encodeURIComponent(barcode)}`
      return { id: `box ${barcode}`, kind: 'box', title: barcode, detail, href }
    }
    case 'lane': {
      const { lane, name, sorter } = hit
      const href = `/conveyor?lane=${encodeURIComponent(lane)}`
      const title = `Close or open lane ${lane}…`
      const detail = `${name} · ${sorter}`
      return { id: `lane ${lane}`, kind: 'action', title, detail, also: [lane, `lane ${lane}`, name], href }
    }
  }
}

/** What can be done with what was found, asked once more on its own screen. */
export function actsOnHit(hit: PaletteHit): Entry[] {
  const act = (title: string, href: string, also: readonly string[]): Entry => {
    return { id: `action ${href}`, kind: 'action', title, detail: 'asks once more', also, href }
  }
  switch (hit.kind) {
    case 'bin': {
      const { bin } = hit
      return [act(`Have ${bin} counted…`, `/inventory/counts?count=${encodeURIComponent(bin)}`, [bin])]
    }
    case 'item': {
      const { sku, name, gtin } = hit
      const at = `/inventory/${encodeURIComponent(sku)}?act=`
      const also = [name, sku, gtin]
      return [act(`Have ${name} counted…`, `${at}count`, also), act(`Adjust ${name}…`, `${at}adjust`, also)]
    }
    case 'order': {
      const { orderNumber } = hit
      const at = `/orders/${encodeURIComponent(orderNumber)}?act=`
      return [
        act(`Refund order ${orderNumber}…`, `${at}refund`, [orderNumber]),
        act(`Cancel order ${orderNumber}…`, `${at}cancel`, [orderNumber]),
      ]
    }
    default:
      return []
  }
}
