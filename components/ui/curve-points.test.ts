import { expect, it } from 'vitest'
import { breakAtGaps, thinOut } from './curve-points'

const points = (...moments: number[]) => moments.map((atMs) => ({ atMs, values: [atMs] }))

it('breaks the line where nothing was measured for too long', () => {
  expect(breakAtGaps(points(0, 15, 80, 95), 45)).toEqual([
    ...points(0, 15),
    { atMs: 16, values: [] },
    ...points(80, 95),
  ])
})

it('leaves a curve alone that has no gap', () => {
  expect(breakAtGaps(points(0, 15, 30), 45)).toEqual(points(0, 15, 30))
})

it('thins a curve out and keeps its last point', () => {
  const thin = thinOut(points(...Array.from({ length: 241 }, (_, index) => index)), 13)
  expect(thin.length).toBeLessThanOrEqual(13)
  expect(thin.at(-1)?.atMs).toBe(240)
  expect(thinOut([], 13)).toEqual([])
})
