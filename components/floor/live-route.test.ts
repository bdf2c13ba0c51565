import { expect, it } from 'vitest'
import type { FloorModel } from './floor-model'
import { metresOf, routeOf } from './live-route'

const model = { depthMetres: 36 } as FloorModel
const tour = {
  ...{
    tourId: 't1',
    version: 3,
    picker: 'Ada Byron',
    color: 0,
    done: 2,
    total: 5,
    next: 'A01-01-A1',
    late: false,
  },
  at: { x: 3.6, y: 6 },
  walk: [
    [0, 1],
    [3.6, 1],
    [3.6, 6],
  ] as [number, number][],
}

it('draws the front of the hall below, with the picker where they stand', () => {
  expect(routeOf(tour, model, 't1')).toEqual({
    id: 't1',
    initials: 'AB',
    at: [3.6, 30],
    points: [
      [0, 35],
      [3.6, 35],
      [3.6, 30],
    ],
    isFaint: false,
  })
})

it('draws a walk fainter beside the one that is looked at, and none when only pickers are', () => {
  expect(routeOf(tour, model, 'other').isFaint).toBe(true)
  expect(routeOf(tour, model, '').isFaint).toBe(false)
  expect(routeOf(tour, model, null).points).toEqual([])
})

it('measures a walk corner by corner', () => {
  expect(metresOf(tour.walk)).toBeCloseTo(8.6)
})
