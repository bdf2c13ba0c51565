import { expect, it } from 'vitest'
import { LevelStore } from './level-store'
import { ReplayTape } from './replay-tape'

const from = '2026-11-21T10:00:00.000Z'
const at = (minutes: number) => Date.parse(from) + minutes * 60_000
const page = (
  bins: { bin: string; units: number }[],
  changes: [bin: number, minute: number, units: number][],
) => ({
  site: 'S',
  from,
  to: '2026-11-21T11:00:00.000Z',
  bins: {
    bin: bins.map(({ bin }) => bin),
    units: bins.map(({ units }) => units),
    volumePermille: bins.map(({ units }) => units * 10),
    weightPermille: bins.map(({ units }) => units * 20),
  },
  changes: {
    bin: changes.map(([bin]) => bin),
    atMs: changes.map(([, minute]) => minute * 60_000),
    units: changes.map(([, , units]) => units),
    volumePermille: changes.map(([, , units]) => units * 10),
    weightPermille: changes.map(([, , units]) => units * 20),
  },
  nextTo: null,
})

it('winds back to any moment and forth again to the present, over pages', () => {
  const levels = new LevelStore(2)
  levels.units.set([30, 5])
  levels.fill.set([60, 10])
  const tape = new ReplayTape(
    new Map([
      ['A', 0],
      ['B', 1],
    ]),
  )
  tape.add(
    page(
      [{ bin: 'A', units: 30 }],
      [
        [0, 50, -4],
        [0, 40, 20],
      ],
    ),
  )
  tape.add(
    page(
      [
        { bin: 'B', units: 5 },
        { bin: 'A', units: 14 },
      ],
      [
        [0, 30, 5],
        [1, 20, 14],
      ],
    ),
  )
  expect(tape.wind(at(45), levels)).toEqual([0])
  expect([...levels.units]).toEqual([34, 5])
  tape.wind(at(0), levels)
  expect([...levels.units]).toEqual([0, 0])
  expect([...levels.fill]).toEqual([0, 0])
  tape.wind(at(25), levels)
  expect([...levels.units]).toEqual([14, 0])
  expect(tape.wind(at(60), levels).sort()).toEqual([0, 1])
  expect([[...levels.units], [...levels.fill]]).toEqual([
    [30, 5],
    [60, 10],
  ])
})
