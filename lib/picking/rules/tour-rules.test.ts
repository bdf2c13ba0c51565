import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binOptions } from './bin-options'
import { fillTotes, totesFor } from './fill-totes'
import { planRest } from './plan-rest'
import { releaseOrders } from './release-orders'
import { shareVisits } from './share-visits'

const line = fc.record({
  stockLineId: fc.nat(),
  place: fc.constant({ aisle: 0, y: 1 }),
  expiresOn: fc.constantFrom(null, '2026-11-01', '2026-12-01', '2026-12-24'),
  free: fc.nat({ max: 9 }),
  own: fc.nat({ max: 5 }),
  isDoubted: fc.boolean(),
})
const lines = fc.uniqueArray(line, { selector: ({ stockLineId }) => stockLineId, maxLength: 30 })
const reachOf = ({ free, own, isDoubted }: { free: number; own: number; isDoubted: boolean }) =>
  own + (isDoubted ? 0 : free)
const TODAY = '2026-11-21'

describe('the bins offered for a SKU', () => {
  it('add up to what is needed or to all there is, and offer no unit twice', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 40 }), fc.boolean(), (there, needed, isFefo) => {
        const parts = binOptions(there, needed, TODAY, isFefo)
        const all = there.reduce((sum, one) => sum + reachOf(one), 0)
        expect(parts.reduce((sum, { qty }) => sum + qty, 0)).toBe(Math.min(needed, all))
        const bins = parts.flatMap(({ options }) => options.map(({ bin }) => bin))
        expect(new Set(bins).size).toBe(bins.length)
        for (const { qty, options } of parts)
          expect(options.reduce((sum, option) => sum + option.qty, 0)).toBeGreaterThanOrEqual(qty)
      }),
    )
  })

  it('never have a later lot while an earlier one has units left, nor expired ones before any other', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 40 }), (there, needed) => {
        const key = (expiresOn: string | null) =>
          expiresOn !== null && expiresOn < TODAY ? 'z' : (expiresOn ?? '9999')
        const byId = new Map(there.map((one) => [String(one.stockLineId), one]))
        let used = 0
        for (const { qty, options } of binOptions(there, needed, TODAY, true)) {
          const lot = key(byId.get(options[0]?.bin ?? '')?.expiresOn ?? null)
          const earlier = there.filter(({ expiresOn }) => key(expiresOn) < lot)
          expect(used).toBe(earlier.reduce((sum, one) => sum + reachOf(one), 0))
          used += qty
        }
      }),
    )
  })
})

it('shares what is taken out over the orders, each getting exactly what it needs', () => {
  const need = fc.record({
    orderNumber: fc.constantFrom('A', 'B', 'C', 'D'),
    lineNumber: fc.constant(1),
    sku: fc.constantFrom('X', 'Y'),
    quantity: fc.integer({ min: 1, max: 6 }),
  })
  const needs = fc.uniqueArray(need, {
    selector: ({ orderNumber, sku }) => `${orderNumber}${sku}`,
    minLength: 1,
  })
  fc.assert(
    fc.property(needs, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (wanted, sizes) => {
      const visits = []
      for (const sku of ['X', 'Y']) {
        let left = wanted.reduce((sum, one) => sum + (one.sku === sku ? one.quantity : 0), 0)
        for (let at = 0; left > 0; at++) {
          const qty = Math.min(left, sizes[at % sizes.length] ?? 1)
          left -= qty
          visits.push({ stop: sku, bin: `${sku === 'X' ? 100 + at : 200 + at}`, qty })
        }
      }
      const stops = shareVisits(visits, wanted, (stop) => stop)
      for (const { orderNumber, sku, quantity } of wanted) {
        const mine = stops.filter((stop) => stop.orderNumber === orderNumber && stop.sku === sku)
        expect(mine.reduce((sum, stop) => sum + stop.quantity, 0)).toBe(quantity)
      }
      for (const { bin, qty } of visits) {
        const there = stops.filter(({ stockLineId }) => stockLineId === Number(bin))
        expect(there.reduce((sum, stop) => sum + stop.quantity, 0)).toBe(qty)
      }
    }),
  )
})

it('gives each order totes of its own, as many as its volume takes', () => {
  const stop = fc.record({
    orderNumber: fc.constantFrom('A', 'B', 'C'),
    volumeMl: fc.integer({ min: 1, max: 700 }),
  })
  fc.assert(
    fc.property(fc.array(stop, { minLength: 1 }), (stops) => {
      const { slots, orders } = fillTotes(stops, 1_000)
      for (const [at, { orderNumber }] of stops.entries())
        expect(orders[(slots[at] ?? 0) - 1]).toBe(orderNumber)
      for (const name of new Set(stops.map(({ orderNumber }) => orderNumber))) {
        const volume = stops.reduce((sum, one) => sum + (one.orderNumber === name ? one.volumeMl : 0), 0)
        expect(orders.filter((other) => other === name)).toHaveLength(totesFor(volume, 1_000))
      }
    }),
  )
})

it('releases urgent orders alone as soon as they fill a cart, and looks three carts ahead at most', () => {
  const order = (totes: number, isUrgent: boolean) => ({ totes, isUrgent })
  const calm = Array.from({ length: 20 }, () => order(1, false))
  expect(releaseOrders([order(1, true), ...calm], 4)).toHaveLength(12)
  expect(releaseOrders([order(2, true), order(2, true), ...calm], 4)).toHaveLength(2)
  expect(releaseOrders([order(99, false), ...calm], 4)).toHaveLength(1)
})

describe('the rest of a walk', () => {
  const layout = {
    aisleX: [0, 4, 8],
    crossY: [0, 10],
    blocked: { aisle: [] as [number, number, number][], cross: [] },
    oneWay: { aisle: {}, cross: {} },
  }
  const at = { aisle: 0, y: 2 }
  const end = { aisle: 0, y: 0 }
  const stops = [
    { seq: 1, place: { aisle: 0, y: 8 } },
    { seq: 2, place: { aisle: 1, y: 8 } },
    { seq: 3, place: { aisle: 2, y: 3 } },
  ]
  const limit = () => ({ limitMs: 1_000, nowMs: () => 0 })

  it('keeps its order while nothing much is shorter', () => {
    expect(planRest({ layout, at, end, stops }, limit())).toMatchObject({ order: [1, 2, 3], proven: true })
  })

  it('goes round what is blocked, and leaves what nobody can reach to the end', () => {
    const across = { ...layout, blocked: { aisle: [[1, 0, 10] as [number, number, number]], cross: [] } }
    expect(planRest({ layout: across, at, end, stops }, limit()).order).toEqual([1, 3, 2])
  })

  it('takes a new stop where it costs least', () => {
    const options = [
      { stockLineId: 7, place: { aisle: 2, y: 9 } },
      { stockLineId: 8, place: { aisle: 1, y: 7 } },
    ]
    const rest = planRest({ layout, at, end, stops: stops.slice(0, 2), added: { options } }, limit())
    expect(rest.stockLineId).toBe(8)
    expect(rest.order).toContain(null)
  })
})
