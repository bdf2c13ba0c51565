import { expect, it } from 'vitest'
import { nextRow } from './step-through-rows'

it.each([
  ['ArrowDown', -1, 3, 0],
  ['ArrowDown', 1, 3, 2],
  ['ArrowDown', 2, 3, 2],
  ['ArrowUp', 0, 3, 0],
  ['ArrowUp', -1, 3, 0],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['Enter', 0, 3, null],
  ['ArrowDown', -1, 0, null],
])('%s on row %i of %i leads to %o', (key, at, rows, to) => {
  expect(nextRow(key, at, rows)).toBe(to)
})

it('leaps by a page where the table knows how long one is, and leaves the keys to the browser elsewhere', () => {
  expect([
    nextRow('PageDown', -1, 100, 20),
    nextRow('PageDown', 90, 100, 20),
    nextRow('PageUp', 5, 100, 20),
  ]).toEqual([20, 99, 0])
  expect(nextRow('PageDown', 1, 100)).toBe(null)
})
