import { expect, it } from 'vitest'
import { nextArrivalSeconds, seededRandom } from './random'

it('gives the same numbers for the same seed, all in [0, 1)', () => {
  const [one, same, other] = [seededRandom(7), seededRandom(7), seededRandom(8)]
  const numbers = Array.from({ length: 1_000 }, one)
  expect(Array.from({ length: 1_000 }, same)).toEqual(numbers)
  expect(Array.from({ length: 1_000 }, other)).not.toEqual(numbers)
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true)
})

it('lets arrivals come at the wanted rate, as irregular as a Poisson stream', () => {
  const random = seededRandom(1)
  const gaps = Array.from({ length: 20_000 }, () => nextArrivalSeconds(2, random))
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  expect(mean).toBeCloseTo(0.5, 1)
  // Of exponential gaps, 1/e are longer than the mean.
  expect(gaps.filter((gap) => gap > 0.5).length / gaps.length).toBeCloseTo(Math.exp(-1), 1)
})
