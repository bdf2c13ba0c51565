import type { Tour, TourStop } from '@/lib/picking/schema'

/** A tour of these stops, one tote an order, as the server would tell it. */
export function tourOf(stops: (Partial<TourStop> & { seq: number })[], of: Partial<Tour> = {}): Tour {
  const orders = [...new Set(stops.map(({ orderNumber = 'SL-1' }) => orderNumber))]
  const toteOf = (orderNumber: string) => `T-${orders.indexOf(orderNumber) + 1}`
  return {
    tourId: 'tour-1',
    site: 'GROCERY-1',
    state: 'walking',
    version: 1,
    picker: { id: 'p1', name: 'Pia' },
    startedAt: '2026-11-21T09:50:00Z',
    leaseUntil: '2026-11-21T12:00:00Z',
    totes: orders.map((orderNumber, at) => ({ tote: toteOf(orderNumber), orderNumber, slot: at + 1 })),
    stops: stops.map((stop) => stopOf({ tote: toteOf(stop.orderNumber ?? 'SL-1'), ...stop })),
    walkMetres: 120,
    baselineMetres: 180,
    lowerBoundMetres: 120,
    isOptimal: true,
    start: { code: 'DEPOT-1', xMetres: 0, yMetres: 0 },
    end: { code: 'PACK-1', xMetres: 0, yMetres: 0 },
    walk: [],
    ...of,
  }
}

const stopOf = (stop: Partial<TourStop> & { seq: number }): TourStop => ({
  bin: `A01-0${stop.seq}-A1`,
  aisle: 'A01',
  side: 'L',
  bay: stop.seq,
  level: 1,
  xMetres: 1,
  yMetres: stop.seq,
  sku: `SKU-${stop.seq}`,
  gtin: '4012345678901',
  name: `Item ${stop.seq}`,
  quantity: 1,
  picked: 0,
  state: 'open',
  tote: 'T-1',
  orderNumber: 'SL-1',
  ...stop,
})
