import { expect, it } from 'vitest'
import { metresOf, walkPath } from './walk-path'

const at = (xMetres: number, yMetres: number) => ({ xMetres, yMetres })

it('goes straight within an aisle and by the nearest cross aisle to another', () => {
  const path = walkPath([1, 11, 21], at(2, 1), [at(2, 5), at(2, 9), at(6, 12)])
  const there = [at(2, 1), at(2, 5), at(2, 9), at(2, 11), at(6, 11), at(6, 12)]
  // Both ways home are as long; the front one is taken.
  expect(path).toEqual([...there, at(6, 1), at(2, 1)])
  expect(metresOf(path)).toBe(10 + 4 + 1 + 1 + 4 + 10)
})

it('does not walk where there is nothing to fetch', () => {
  expect(metresOf(walkPath([1], at(2, 1), []))).toBe(0)
})
