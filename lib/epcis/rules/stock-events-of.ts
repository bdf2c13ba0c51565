import { readDigitalLink } from '@/lib/catalog/rules/digital-link'
import { gtin13Of } from '@/lib/catalog/rules/gs1-key'
import type { EpcisEvent } from '../events'
import { bareWord, canonicalUri } from './canonical-uri'

/** A place of ours, by its canonical link. */
export type KnownPlace = { site: string; bin: string | null }

/** A change of stock, as an event of the inventory says it. */
export type StockEvent = { type: string; data: Record<string, unknown> }

type Goods = { gtin: string; lot?: string; quantity: number }

/** What a business step does to stock; the others (packing, shipping, …) move what has left the bins already. */
const KIND_OF_STEP: Record<string, string> = {
  receiving: 'received',
  accepting: 'received',
  storing: 'stowed',
  stocking: 'stowed',
  picking: 'picked',
  cycle_counting: 'counted',
  stock_taking: 'counted',
  retail_selling: 'sold',
  destroying: 'wasted',
}
const NEEDS_BIN = new Set(['stowed', 'counted'])

/** The places where an event may have happened, the more exact first. */
export function placesOf(event: EpcisEvent): string[] {
  return [event.readPoint?.id, event.bizLocation?.id].flatMap((uri) =>
    uri === undefined ? [] : [canonicalUri(uri)],
  )
}

/** The GTINs of the goods that an ObjectEvent tells of, as the catalogue keeps them. */
export const gtinsOf = (event: EpcisEvent): string[] => [...new Set(goodsOf(event).map(({ gtin }) => gtin))]

/**
 * What an event says about stock: nothing unless it is an ObjectEvent of a step that moves stock, at a place of ours, with
 * whole units of products we know. Serials count one each.
 * @param places places of ours by their canonical links
 * @param products GTIN-13s that the catalogue has
 */
export function stockEventsOf(
  event: EpcisEvent,
  places: ReadonlyMap<string, KnownPlace>,
  products: ReadonlySet<string>,
): StockEvent[] {
  const step = KIND_OF_STEP[bareWord(event.bizStep ?? '')]
  if (event.type !== 'ObjectEvent' || step === undefined) return []
  const found = placesOf(event).flatMap((uri) => places.get(uri) ?? [])
  const place = found.find(({ bin }) => bin !== null) ?? found[0]
  if (!place) return []
  const kind = step === 'received' && bareWord(event.disposition ?? '') === 'returned' ? 'returned' : step
  if (NEEDS_BIN.has(kind) && place.bin === null) return []
  return goodsOf(event)
    .filter(({ gtin, quantity }) => products.has(gtin) && (quantity > 0 || kind === 'counted'))
    .map((goods) => ({
      type: `stowline.inventory.${kind}.v1`,
      data: {
        site: place.site,
        ...goods,
        ...(place.bin !== null && { bin: place.bin }),
        observedAt: event.eventTime,
      },
    }))
}

/**
 * What takes back the changes of an event that was declared an error. A count can't be taken back: the next count, or the
 * corrective event, says what is there.
 */
export function stockEventsUndoing(events: readonly StockEvent[]): StockEvent[] {
  return events.flatMap(({ type, data }): StockEvent[] => {
    const kind = type.split('.')[2] ?? ''
    const { quantity, bin, ...rest } = data
    if (kind === 'stowed')
      return [{ type: 'stowline.inventory.moved.v1', data: { ...rest, quantity, bin, toBin: 'DOCK' } }]
    const sign = ['received', 'returned'].includes(kind)
      ? -1
      : ['picked', 'sold', 'wasted'].includes(kind)
        ? 1
        : 0
    if (sign === 0 || typeof quantity !== 'number') return []
    const where = bin === undefined ? {} : { bin }
    const change = {
      ...rest,
      ...where,
      change: sign * quantity,
      reason: 'data-entry',
      note: 'declared an error',
    }
    return [{ type: 'stowline.inventory.adjusted.v2', data: change }]
  })
}

function goodsOf(event: EpcisEvent): Goods[] {
  const serials = (event.epcList ?? []).flatMap((uri) => goods(uri, 1))
  const amounts = (event.quantityList ?? []).flatMap(({ epcClass, quantity, uom }) =>
    quantity === undefined || uom !== undefined || !Number.isInteger(quantity) || quantity < 0
      ? []
      : goods(epcClass, quantity),
  )
  const sums = new Map<string, Goods>()
  for (const one of [...serials, ...amounts]) {
    const key = `${one.gtin}/${one.lot ?? ''}`
    sums.set(key, { ...one, quantity: one.quantity + (sums.get(key)?.quantity ?? 0) })
  }
  return [...sums.values()]
}

function goods(uri: string, quantity: number): Goods[] {
  // A link says the lot beside the serial; its canonical form would keep the serial only.
  const read = readDigitalLink(/^urn:/.test(uri) ? canonicalUri(uri) : uri)
  const value = (ai: string) =>
    read.ok ? read.elements.find((element) => element.ai === ai)?.value : undefined
  const gtin = gtin13Of(value('01') ?? '')
  const lot = value('10')
  return gtin === undefined ? [] : [{ gtin, quantity, ...(lot !== undefined && { lot }) }]
}
