import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoutePlace } from '../schema'
import { batchBySavings, batchFirstCome, batchOrders } from './batch-orders'
import { tourLengths } from './tour-lengths'

const HALL = {
  aisleX: [0, 3, 6, 9, 12, 15],
  crossY: [0, 10, 20],
  blocked: { aisle: [], cross: [] },
  oneWay: { aisle: {}, cross: {} },
}
const START = { aisle: 0, y: 0 }

const place: fc.Arbitrary<RoutePlace> = fc.record({
  aisle: fc.nat({ max: HALL.aisleX.length - 1 }),
  y: fc.integer({ min: 1, max: 19 }),
})
const order = fc.record({
  places: fc.array(place, { minLength: 1, maxLength: 4 }),
  totes: fc.integer({ min: 1, max: 3 }),
  grams: fc.integer({ min: 1, max: 50 }),
})
const task = fc
  .record({
    orders: fc.array(order, { minLength: 1, maxLength: 12 }),
    totes: fc.integer({ min: 2, max: 6 }),
    grams: fc.integer({ min: 20, max: 120 }),
    end: place,
  })
  .map(({ orders, totes, grams, end }) => ({
    loads: orders.map((one) => [one.totes, one.grams]),
    capacity: [totes, grams],
    lengthOf: tourLengths(
      HALL,
      START,
      end,
      orders.map(({ places }) => places),
    ),
  }))

/** A clock that goes on by itself, and a number that is not quite chance. */
const limit = (limitMs: number) => {
  let ms = 0
  let seed = 1
  return {
    limitMs,
    nowMs: () => ms++,
    random: () => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed / 2_147_483_647
    },
  }
}
const SAME = 1e-6

describe('batches', () => {
  it('have every order exactly once, and no more than the cart holds', () => {
    fc.assert(
      fc.property(task, fc.constantFrom(0, 30, 2_000), (asked, limitMs) => {
        const { batches } = batchOrders(asked, limit(limitMs))
        expect(batches.flat().sort((a, b) => a - b)).toEqual(asked.loads.map((_, at) => at))
        for (const batch of batches)
          for (const [kind, most] of asked.capacity.entries()) {
            const load = batch.reduce((sum, one) => sum + (asked.loads[one]?.[kind] ?? 0), 0)
            if (batch.length > 1) expect(load).toBeLessThanOrEqual(most)
          }
      }),
      { numRuns: 60 },
    )
  })

  it('are as long as they say, and none is longer than its orders walked alone', () => {
    fc.assert(
      fc.property(task, (asked) => {
        const { batches, length } = batchOrders(asked, limit(2_000))
        let sum = 0
        for (const batch of batches) {
          const together = asked.lengthOf(batch)
          sum += together
          const alone = batch.reduce((total, one) => total + asked.lengthOf([one]), 0)
          expect(together).toBeLessThanOrEqual(alone + SAME)
        }
        expect(length).toBeCloseTo(sum, 6)
      }),
      { numRuns: 60 },
    )
  })

  it('are never longer than first-come, nor, with the time for it, than savings', () => {
    fc.assert(
      fc.property(task, fc.constantFrom(0, 30, 2_000), (asked, limitMs) => {
        const found = batchOrders(asked, limit(limitMs))
        expect(found.length).toBeLessThanOrEqual(batchFirstCome(asked).length + SAME)
        if (limitMs === 2_000) expect(found.length).toBeLessThanOrEqual(batchBySavings(asked).length + SAME)
      }),
      { numRuns: 60 },
    )
  })
})
