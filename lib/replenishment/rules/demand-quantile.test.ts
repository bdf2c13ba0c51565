import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demandChance, demandQuantile } from './demand-quantile'

const means = fc.double({ min: 0.05, max: 200, noNaN: true })
const spreads = fc.double({ min: 0.05, max: 3, noNaN: true })
const chances = fc.double({ min: 0.02, max: 0.98, noNaN: true })

test('a quantile is where its chance is reached, and not one unit sooner', () => {
  fc.assert(
    fc.property(means, spreads, chances, (mean, spread, chance) => {
      const units = demandQuantile(mean, spread * mean, chance)
      expect(demandChance(mean, spread * mean, units)).toBeGreaterThanOrEqual(chance - 1e-6)
      expect(demandChance(mean, spread * mean, units - 1)).toBeLessThanOrEqual(chance + 1e-6)
    }),
  )
})

test('a chance never falls with more units, and reaches one', () => {
  fc.assert(
    fc.property(means, spreads, fc.integer({ min: 0, max: 300 }), (mean, spread, units) => {
      const sd = spread * mean
      expect(demandChance(mean, sd, units + 1)).toBeGreaterThanOrEqual(demandChance(mean, sd, units))
      expect(demandChance(mean, sd, mean + 200 * (sd + 1))).toBeCloseTo(1, 3)
    }),
  )
})
