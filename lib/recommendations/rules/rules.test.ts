import fc from 'fast-check'
import { expect, it } from 'vitest'
import { basketWeight, HALF_LIFE_DAYS } from './basket-weight'
import { togetherScore } from './together-score'

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n))

it('a basket one half-life older weighs half', () => {
  expect(basketWeight(day(HALF_LIFE_DAYS), 4) / basketWeight(day(0), 4)).toBeCloseTo(2)
})

it('the partners of an item in one basket share one vote; alone it has none', () => {
  expect(9 * basketWeight(day(5), 10)).toBeCloseTo(basketWeight(day(5), 2))
  expect(basketWeight(day(5), 1)).toBe(0)
})

it('a score lies within 0 and 1 and is the same on every scale of the weights', () => {
  const weight = fc.double({ min: 1e-6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(
      weight,
      weight,
      weight,
      fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
      (both, a, b, scale) => {
        const [mine, theirs] = [both + a, both + b]
        const score = togetherScore(both, mine, theirs)
        expect(score).toBeGreaterThan(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(togetherScore(both * scale, mine * scale, theirs * scale)).toBeCloseTo(score, 9)
      },
    ),
  )
})
