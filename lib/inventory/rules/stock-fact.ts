import type { InventoryFact } from '../events'

/** What the database knows the fact's words by: ids of bins, null where the fact names none. */
export type Place = { sku: string; bin: number | null; toBin: number | null; dock: number; spare: number }

/** One fact as `record_events` takes it; its SQL says what the members mean. */
export type StockFact = {
  n: number
  source: string
  event_id: string
  type: string
  site_id: string
  sku: string
  data: object
  observed_at: string
  traceparent: string | null
  quantity: number
  take_bin: number | null
  put_bin: number | null
  count_bin: number | null
  spare_bin: number
  lot: string
  expires_on: string | null
  order_number: string | null
}

const ANY_BIN = 0

/** What a fact does to stock, by its kind: where units leave, where they arrive, or where they were counted. */
export function stockFact(n: number, fact: InventoryFact, place: Place): StockFact {
  return {
    n,
    source: fact.source,
    event_id: fact.id,
    type: fact.type,
    site_id: fact.site,
    sku: place.sku,
    data: fact.data,
    observed_at: fact.observedAt,
    traceparent: fact.traceparent ?? null,
    quantity: Math.abs(fact.quantity),
    take_bin: null,
    put_bin: null,
    count_bin: null,
    ...movement(fact, place),
    spare_bin: place.spare,
    lot: fact.lot ?? '',
    expires_on: fact.expiresOn ?? null,
    order_number: fact.orderNumber ?? null,
  }
}

type Movement = Partial<Pick<StockFact, 'take_bin' | 'put_bin' | 'count_bin'>>

function movement({ kind, quantity }: InventoryFact, { bin, toBin, dock }: Place): Movement {
  switch (kind) {
    case 'received':
    case 'returned':
      return { put_bin: bin ?? dock }
    case 'stowed':
      return toBin === null ? { take_bin: dock, put_bin: bin } : { take_bin: bin, put_bin: toBin }
    case 'moved':
      return { take_bin: bin, put_bin: toBin }
    case 'picked':
    case 'sold':
    case 'wasted':
      return { take_bin: bin ?? ANY_BIN }
    case 'adjusted':
      return quantity > 0 ? { put_bin: bin ?? dock } : { take_bin: bin ?? ANY_BIN }
    case 'counted':
      return { count_bin: bin }
  }
}
