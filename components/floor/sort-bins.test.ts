import { expect, it } from 'vitest'
import { makeFloorModel } from './floor-model'
import { LevelStore } from './level-store'
import { sortBins } from './sort-bins'
import { stepCursor } from './step-cursor'

/** Two aisles with two bays of two levels on one side. */
function hall() {
  const places = [1, 2].flatMap((aisle) =>
    [1, 2].flatMap((bay) => [1, 2].map((level) => ({ aisle, bay, level }))),
  )
  return makeFloorModel({
    site: 'S',
    version: 1,
    widthMetres: 8,
    depthMetres: 6,
    crossYMetres: [1, 5],
    zones: [
      { code: 'AMB', name: 'Ambient', temperatureZone: 'ambient' },
      { code: 'FRZ', name: 'Frozen', temperatureZone: 'frozen' },
    ],
    aisles: [
      { code: 'A01', zone: 'AMB', xMetres: 3, direction: 'both' },
      { code: 'A02', zone: 'FRZ', xMetres: 6, direction: 'both' },
    ],
    stations: [],
    blocks: [],
    bins: {
      bin: places.map(({ aisle, bay, level }) => `A0${aisle}-${bay}-${'AB'[level - 1]}`),
      aisle: places.map(({ aisle }) => aisle - 1),
      side: places.map(() => 'L' as const),
      bay: places.map(({ bay }) => bay),
      level: places.map(({ level }) => level),
      xMetres: places.map(({ aisle }) => aisle * 3 - 1.5),
      yMetres: places.map(({ bay }) => bay + 1),
      widthMetres: places.map(() => 1),
      depthMetres: places.map(() => 0.6),
      state: places.map(() => 'open' as const),
    },
  })
}

it('stands the levels of a place over each other on one spot', () => {
  const model = hall()
  expect([model.count, model.spots.count]).toEqual([8, 4])
  // Left of the aisle the lowest level is the slice at the right.
  expect(model.cells[0]).toBeGreaterThan(model.cells[4] ?? 0)
})

it('sorts by any column and keeps what has no date at the end', () => {
  const model = hall()
  const levels = new LevelStore(model.count)
  levels.fill.set([10, 90, 20])
  levels.expiryDay.set([300, 100], 0)
  const all = { zone: null, aisle: null, query: '', hits: null, sort: 'fill', direction: 'desc' } as const
  expect(sortBins(model, levels, all).slice(0, 3)).toEqual([1, 2, 0])
  expect(sortBins(model, levels, { ...all, sort: 'expiry' }).slice(0, 3)).toEqual([0, 1, 2])
  expect(sortBins(model, levels, { ...all, sort: 'expiry', direction: 'asc' }).slice(0, 2)).toEqual([1, 0])
  expect(sortBins(model, levels, { ...all, zone: 'FRZ', query: '-b', sort: 'bin' })).toEqual([7, 5])
  expect(sortBins(model, levels, { ...all, hits: [3, 6], aisle: 'A01' })).toEqual([3])
})

it('leads with the keys from bin to bin and from level to level, and stays at the edge', () => {
  const model = hall()
  expect(stepCursor(model, 0, 'ArrowUp')).toBe(2)
  expect(stepCursor(model, 2, 'ArrowUp')).toBe(2)
  expect(stepCursor(model, 2, 'ArrowRight')).toBe(6)
  expect(stepCursor(model, 6, 'PageUp')).toBe(7)
  expect(stepCursor(model, 7, 'ArrowDown')).toBe(5)
})
