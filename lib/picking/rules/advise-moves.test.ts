import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SlotLine, SlottingFacts } from '../slotting-schema'
import { adviseMoves, type MoveAdvice } from './advise-moves'
import { walkLength } from './replay-tours'

const advise = (facts: SlottingFacts, moves = 20): MoveAdvice => {
  const thinking = adviseMoves(facts, moves)
  for (let step = thinking.next(); ; step = thinking.next()) if (step.done) return step.value
}

const AISLES = 4
const BAYS = 6
const names = Array.from({ length: AISLES * BAYS }, (_, n) => `A${Math.floor(n / BAYS)}-${n % BAYS}`)

function hall(about: Partial<SlottingFacts> & { closed?: string[]; volumeMl?: number }): SlottingFacts {
  const { closed = [], volumeMl = 10_000, ...facts } = about
  const used = (bin: string) =>
    (facts.lines ?? []).filter((line) => line.bin === bin).reduce((sum, { units }) => sum + units * 1_000, 0)
  return {
    layout: {
      aisleX: Array.from({ length: AISLES }, (_, at) => at * 4),
      crossY: [0, 4, 8],
      blocked: { aisle: [], cross: [] },
      oneWay: { aisle: {}, cross: {} },
    },
    start: { aisle: 0, y: 0 },
    end: { aisle: 0, y: 0 },
    bins: names.map((bin, n) => ({
      ...{ bin, isOpen: !closed.includes(bin), volumeMl },
      place: { aisle: Math.floor(n / BAYS), y: 1 + (n % BAYS) },
      temperatureZone: n >= 3 * BAYS ? 'chilled' : 'ambient',
      freeVolumeMl: volumeMl - used(bin),
      freeWeightGrams: 50_000,
    })),
    lines: [],
    items: ['SALT', 'SEASALT', 'OIL', 'TEA', 'MILK'].map((sku) => ({
      ...{ sku, unitVolumeMl: 1_000, unitWeightGrams: 500 },
      category: sku.endsWith('SALT') ? 'salt' : sku,
      temperatureZone: sku === 'MILK' ? 'chilled' : 'ambient',
    })),
    tours: [],
    wishes: [],
    ...facts,
  }
}

const line = (sku: string, bin: string, units = 5, more: Partial<SlotLine> = {}): SlotLine => ({
  ...{ sku, bin, units, freeUnits: units, lot: '', expiresOn: null, isMovable: true },
  ...more,
})
const daily = (sku: string, bin: string, orders: number) =>
  Array.from({ length: orders }, (_, n) => ({ id: `${sku}-${n}`, picks: [{ sku, bin, units: 1 }] }))

describe('advice', () => {
  it('brings what every order takes to where walks begin', () => {
    const facts = hall({ lines: [line('TEA', 'A2-5', 9)], tours: daily('TEA', 'A2-5', 3) })
    const { moves, beforeMetres, afterMetres } = advise(facts)
    expect(moves).toHaveLength(1)
    expect(moves[0]).toMatchObject({ tours: 3, lastsDays: 3, transfers: [{ to: 'A0-0' }] })
    expect(beforeMetres - afterMetres).toBeCloseTo(moves[0]?.savedMetres ?? 0)
  })

  it('leaves what is taken too seldom to bring in the walk of moving it', () => {
    const facts = hall({ lines: [line('TEA', 'A2-5', 1)], tours: daily('TEA', 'A2-5', 1) })
    expect(advise(facts).moves).toEqual([])
  })

  it('has another item make room where every nearer bin is full', () => {
    const lines = [line('TEA', 'A2-5'), line('OIL', 'A0-0'), line('SALT', 'A0-0', 4)]
    const closed = names.filter((name) => name !== 'A0-0' && name !== 'A2-5')
    const { moves } = advise(hall({ lines, closed, tours: daily('TEA', 'A2-5', 5) }))
    expect(moves).toHaveLength(1)
    expect(moves[0]?.transfers).toEqual([
      { line: lines[1], to: 'A2-5' },
      { line: lines[0], to: 'A0-0' },
    ])
  })

  it('does not bring every popular item into one aisle', () => {
    const skus = ['SALT', 'OIL', 'TEA']
    const lines = skus.map((sku, n) => line(sku, `A2-${5 - n}`, 9))
    const tours = skus.flatMap((sku, n) => daily(sku, `A2-${5 - n}`, 6))
    const { moves } = advise(hall({ lines, tours }))
    const aisles = moves.map(({ transfers }) => transfers[0]?.to.slice(0, 2))
    expect(new Set(aisles).size).toBe(moves.length)
  })

  it('frees bins of an item that has too many, where no walk gets longer for it', () => {
    const lines = [
      line('TEA', 'A0-1', 4),
      line('TEA', 'A0-3', 3),
      line('TEA', 'A2-5', 2),
      line('OIL', 'A2-4'),
    ]
    const tours = [...daily('TEA', 'A0-1', 3), ...daily('OIL', 'A2-4', 3)]
    const wishes = [{ sku: 'TEA', bins: 3, advisedBins: 1, because: 'It hardly sells.' }]
    const advice = advise(hall({ lines, tours, wishes }), 0)
    expect(advice.moves.map(({ frees, transfers }) => [frees?.bin, transfers[0]?.to])).toEqual([
      ['A2-5', 'A0-1'],
      ['A0-3', 'A0-1'],
    ])
    expect(advice.afterMetres).toBeLessThanOrEqual(advice.beforeMetres)
  })

  it('brings nothing into a bin that it frees', () => {
    const lines = [1, 2, 3, 4].map((bay) => line('TEA', `A1-${bay}`, bay))
    const oil = line('OIL', 'A0-0', 5, { isMovable: false })
    const wishes = [{ sku: 'TEA', bins: 4, advisedBins: 2, because: 'It hardly sells.' }]
    const facts = hall({ lines: [...lines, oil], tours: daily('OIL', 'A0-0', 2), wishes })
    const { moves } = advise(facts, 0)
    expect(moves).toHaveLength(2)
    const goals = moves.flatMap(({ transfers }) => transfers.map(({ to }) => to))
    for (const { frees } of moves) expect(goals).not.toContain(frees?.bin)
  })

  it('frees no bin where orders would be walked for longer, and none that somebody’s units are promised from', () => {
    const wishes = [{ sku: 'TEA', bins: 2, advisedBins: 1, because: 'It hardly sells.' }]
    const near = line('TEA', 'A0-0', 2)
    const far = line('TEA', 'A2-5', 8, { isMovable: false })
    expect(advise(hall({ lines: [near, far], tours: daily('TEA', 'A0-0', 3), wishes }), 0).moves).toEqual([])
    const promised = line('TEA', 'A0-1', 2, { freeUnits: 1 })
    const both = [promised, line('TEA', 'A0-2', 3, { freeUnits: 2 })]
    expect(advise(hall({ lines: both, wishes }), 0).moves).toEqual([])
  })

  it('names near bins with room for an item that deserves more, no bin twice', () => {
    const lines = [line('TEA', 'A2-5', 9), line('OIL', 'A2-4', 9), line('MILK', 'A0-0', 8)]
    const wishes = ['TEA', 'OIL'].map((sku) => ({ sku, bins: 1, advisedBins: 3, because: 'It sells.' }))
    const { spread, moves } = advise(hall({ lines, closed: ['A0-1'], wishes }), 0)
    expect(moves).toEqual([])
    expect(spread.map(({ wish, near }) => [wish.sku, near.length])).toEqual([
      ['TEA', 2],
      ['OIL', 2],
    ])
    const named = spread.flatMap(({ near }) => near)
    expect(new Set(named).size).toBe(4)
    expect(named).not.toContain('A0-0')
    expect(named).not.toContain('A0-1')
    expect(named[0]).toBe('A0-2')
  })

  it('is the same for the same facts', () => {
    const facts = hall({ lines: [line('TEA', 'A2-5'), line('OIL', 'A1-4')], tours: daily('TEA', 'A2-5', 4) })
    expect(advise(facts)).toEqual(advise(structuredClone(facts)))
  })
})

const picked = fc.record({ at: fc.nat(19), units: fc.integer({ min: 1, max: 3 }) })
const days = fc.record({
  stock: fc.array(
    fc.record({
      sku: fc.constantFrom('SALT', 'SEASALT', 'OIL', 'TEA', 'MILK'),
      bin: fc.nat(names.length - 1),
      units: fc.integer({ min: 1, max: 6 }),
      lot: fc.constantFrom('', '', '', 'L1'),
      isMovable: fc.boolean(),
    }),
    { minLength: 1, maxLength: 20 },
  ),
  tours: fc.array(fc.array(picked, { minLength: 1, maxLength: 5 }), { maxLength: 12 }),
  closed: fc.array(fc.constantFrom(...names), { maxLength: 5 }),
})

function dayOf({ stock, tours, closed }: Parameters<Parameters<typeof days.map>[0]>[0]): SlottingFacts {
  const lines: SlotLine[] = []
  const categoryOf = (sku: string) => (sku.endsWith('SALT') ? 'salt' : sku)
  for (const { sku, bin: at, units, lot, isMovable } of stock) {
    const bin = names[sku === 'MILK' ? 3 * BAYS + (at % BAYS) : at % (3 * BAYS)] ?? ''
    const there = lines.filter((one) => one.bin === bin)
    const isFull = there.reduce((sum, one) => sum + one.units, units) > 10
    if (isFull || there.some((one) => categoryOf(one.sku) === categoryOf(sku))) continue
    lines.push(line(sku, bin, units, { lot, isMovable }))
  }
  const picks = (tour: { at: number; units: number }[]) =>
    tour.flatMap(({ at, units }) => {
      const from = lines[at % lines.length]
      return from ? [{ sku: from.sku, bin: from.bin, units }] : []
    })
  return hall({ lines, closed, tours: tours.map((tour, n) => ({ id: `${n}`, picks: picks(tour) })) })
}

/** The lines as they lie after these moves, in whatever order. */
function after(facts: SlottingFacts, moves: MoveAdvice['moves']): SlotLine[] {
  const goes = new Map(moves.flatMap(({ transfers }) => transfers.map(({ line: one, to }) => [one, to])))
  return facts.lines.map((one) => ({ ...one, bin: goes.get(one) ?? one.bin }))
}

function replayed(facts: SlottingFacts, moves: MoveAdvice['moves']): number {
  const goes = new Map(
    moves.flatMap(({ transfers }) => transfers.map(({ line: one, to }) => [`${one.bin} ${one.sku}`, to])),
  )
  const placeOf = new Map(facts.bins.map(({ bin, place }) => [bin, place]))
  return facts.tours.reduce((sum, { picks }) => {
    const places = picks.flatMap(({ bin, sku }) => placeOf.get(goes.get(`${bin} ${sku}`) ?? bin) ?? [])
    return sum + (places.length > 0 ? walkLength(facts, places) : 0)
  }, 0)
}

describe('whatever lies where and whatever was picked', { timeout: 30_000 }, () => {
  it('what is claimed is what a replay says, and never a loss', () => {
    fc.assert(
      fc.property(days, (day) => {
        const facts = dayOf(day)
        const { moves, beforeMetres, afterMetres } = advise(facts)
        expect(beforeMetres).toBeCloseTo(replayed(facts, []), 6)
        expect(afterMetres).toBeCloseTo(replayed(facts, moves), 6)
        expect(moves.reduce((sum, { savedMetres }) => sum + savedMetres, 0)).toBeCloseTo(
          beforeMetres - afterMetres,
          6,
        )
        for (const { savedMetres, costMetres, lastsDays } of moves)
          expect(savedMetres * lastsDays).toBeGreaterThan(costMetres)
      }),
      { numRuns: 60 },
    )
  })

  it('no bin is overfull, of the wrong climate or beside a look-alike, whichever moves are made', () => {
    fc.assert(
      fc.property(days, fc.infiniteStream(fc.boolean()), (day, isMade) => {
        const facts = dayOf(day)
        const all = advise(facts).moves
        const made = all.filter(() => isMade.next().value)
        const lies = after(facts, made)
        const total = (lines: SlotLine[]) => lines.reduce((sum, { units }) => sum + units, 0)
        expect(total(lies)).toBe(total(facts.lines))
        for (const { line: moved, to } of made.flatMap(({ transfers }) => transfers)) {
          const there = lies.filter(({ bin }) => bin === to)
          const bin = facts.bins.find((one) => one.bin === to)
          const item = facts.items.find(({ sku }) => sku === moved.sku)
          expect(moved.isMovable).toBe(true)
          expect(bin).toMatchObject({ isOpen: true, temperatureZone: item?.temperatureZone })
          expect(total(there)).toBeLessThanOrEqual(10)
          expect(new Set(there.map(({ sku }) => sku)).size).toBe(
            new Set(there.map(({ sku }) => sku.replace('SEA', ''))).size,
          )
          expect(new Set(there.filter(({ sku }) => sku === moved.sku).map(({ lot }) => lot)).size).toBe(1)
        }
      }),
      { numRuns: 60 },
    )
  })
})
