import { expect, test } from 'vitest'
import { planRoute } from './plan-route'
import { walkingGraph } from './walking-graph'

const HALL = {
  crossYMetres: [0, 10, 20],
  aisles: [
    { code: 'A02', xMetres: 6, direction: 'down' as const },
    { code: 'A01', xMetres: 3, direction: 'both' as const },
  ],
  blocks: [
    { aisle: 'A01', crossRow: 1, fromYMetres: null, toYMetres: null },
    { aisle: 'A01', crossRow: null, fromYMetres: 12, toYMetres: null },
  ],
}

test('a floor plan becomes a layout with its directions and blocks, aisles from left to right', () => {
  expect(walkingGraph(HALL).layout).toEqual({
    aisleX: [3, 6],
    crossY: [0, 10, 20],
    blocked: { aisle: [[0, 12, 20]], cross: [[1, 0]] },
    oneWay: { aisle: { '1': -1 }, cross: {} },
  })
})

test('bins lie in their aisles, stations at the nearest crossing, and a walk leads there', () => {
  const { layout, placeOfBin, placeOfStation } = walkingGraph(HALL)
  const bin = placeOfBin({ aisle: 'A02', yMetres: 4 })
  expect(bin).toEqual({ aisle: 1, y: 4 })
  expect(placeOfBin({ aisle: 'Z99', yMetres: 4 })).toBeNull()
  const start = placeOfStation({ xMetres: 0, yMetres: -2 })
  expect(start).toEqual({ aisle: 0, y: 0 })
  if (!bin) throw new Error('no place')
  const stops = [{ id: 'tea', qty: 1, options: [{ ...bin, bin: 'A02-04', qty: 1 }] }]
  // Down the one-way aisle only from its far end, and past the blocked stretch there is no way to it.
  const routeCase = { format: 'pick-route-case/1' as const, id: 'hall', layout, start, end: null, stops }
  expect(planRoute(routeCase)).toMatchObject({ outcome: 'planned', unreachable: ['tea'], visits: [] })
  const open = walkingGraph({ ...HALL, blocks: [] }).layout
  expect(planRoute({ ...routeCase, layout: open })).toMatchObject({ length: 10 + 3 + 10 + 3, proven: true })
})
