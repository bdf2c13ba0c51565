import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Sorter } from '@/lib/conveyor/topology-schema'
import { layOutSorter, spread } from './lay-out-sorter'

const sorter: Sorter = {
  id: 'SORT-2',
  name: 'Parcels',
  speedMetresPerSecond: 2.5,
  lengthMetres: 80,
  loop: { capacity: 60, mostLaps: 3 },
  exceptionLane: 'L12',
  scanners: [
    { id: 'S2', atMetres: 4 },
    { id: 'S3', atMetres: 44 },
  ],
  lanes: ['L5', 'L6', 'L7', 'L8', 'L9', 'L10', 'L11', 'L12'].map((id, at) => ({
    ...{ id, name: id, atMetres: 8 + at * 9, lengthMetres: 6, capacity: 30, serves: ['DHL'] },
  })),
}

it('moves a box evenly along the belt, and around a loop back to where it began', () => {
  for (const isTall of [false, true])
    for (const drawn of [sorter, { ...sorter, loop: undefined }]) {
      const { at, scale } = layOutSorter(drawn, isTall ? 356 : 1140, isTall)
      const step = 0.05
      for (let metres = 0; metres < 80 - step; metres += step) {
        const [from, to] = [at(metres), at(metres + step)]
        expect(Math.hypot(to.x - from.x, to.y - from.y)).toBeCloseTo(step * scale, 2)
      }
      const [first, last] = [at(0), at(80)]
      if (drawn.loop) expect(Math.hypot(last.x - first.x, last.y - first.y)).toBeCloseTo(0, 6)
    }
})

it('keeps everything within the drawing, lanes beside each other', () => {
  for (const isTall of [false, true]) {
    const { lanes, width, height } = layOutSorter(sorter, isTall ? 356 : 1140, isTall)
    for (const { from, to } of lanes)
      for (const { x, y } of [from, to]) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(height)
      }
    expect(lanes.at(-1)?.place).toBeNull()
  }
})

it('spreads what would cover each other, in the same order and within its room', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1_000, noNaN: true }), { minLength: 1, maxLength: 12 }),
      (wanted) => {
        const placed = spread(wanted, 60, 0, 1_000)
        const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))
        const sorted = order.map((at) => placed[at] ?? 0)
        for (const [at, place] of sorted.entries()) {
          expect(place).toBeGreaterThanOrEqual(-1e-6)
          expect(place).toBeLessThanOrEqual(1_000 + 1e-6)
          if (at > 0) expect(place - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(60 - 1e-6)
        }
      },
    ),
  )
})
