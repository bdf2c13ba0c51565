import fc from 'fast-check'
import { expect, it } from 'vitest'
import { adviseSpace } from './advise-space'

const item = {
  ...{
    sku: 'MILK',
    name: 'Milk',
    department: 'Dairy',
    unitVolumeMl: 1_000,
    binVolumeMl: 20_000,
    bins: 2,
    reviewDays: 1,
  },
}

it('gives room to what is filled up too often, takes it from what lies for weeks, and leaves the rest', () => {
  expect(adviseSpace({ ...item, dailyUnits: 17 })).toMatchObject({
    fullDays: 2,
    advisedBins: 3,
    tripsAWeek: 3.5,
  })
  expect(adviseSpace({ ...item, dailyUnits: 0.3 })).toMatchObject({ advisedBins: 1 })
  expect(adviseSpace({ ...item, dailyUnits: 5 })).toBeNull()
})

it('never takes the last bin, never steps by more than two, and is content with its own advice in the end', () => {
  const facts = fc.record({
    dailyUnits: fc.double({ min: 0.01, max: 500, noNaN: true }),
    bins: fc.integer({ min: 1, max: 40 }),
    unitVolumeMl: fc.integer({ min: 100, max: 9_000 }),
  })
  fc.assert(
    fc.property(facts, (some) => {
      let bins = some.bins
      for (let step = 0; step < 2_000; step++) {
        const advice = adviseSpace({ ...item, ...some, bins })
        if (!advice) return
        expect(Math.abs(advice.advisedBins - bins)).toBeLessThanOrEqual(2)
        expect(advice.advisedBins).toBeGreaterThanOrEqual(1)
        bins = advice.advisedBins
      }
      expect.unreachable()
    }),
  )
})
