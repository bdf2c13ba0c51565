import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Layout, layoutSchema } from '../schema'
import { checkLayout } from './check-layout'
import { compareLayouts, isAnyChange } from './compare-layouts'
import { generateLayout, type HallPlan } from './generate-layout'
import { outlineOf } from './outline-of'
import { sizeHall } from './size-hall'
import { unreachableBins } from './unreachable-bins'

const CLIMATES = ['ambient', 'chilled', 'frozen'] as const
const plans: fc.Arbitrary<HallPlan> = fc
  .record({
    aisles: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
    baysASide: fc.integer({ min: 1, max: 12 }),
    levels: fc.integer({ min: 1, max: 8 }),
    positions: fc.integer({ min: 1, max: 9 }),
    crossAisles: fc.integer({ min: 2, max: 5 }),
  })
  .map(({ aisles, ...plan }) => ({
    ...plan,
    zones: aisles.map((count, at) => ({
      code: `Z${at}`,
      name: `Zone ${at}`,
      temperatureZone: CLIMATES[at] ?? 'ambient',
      aisles: count,
    })),
  }))
const halls = plans.map(generateLayout)

const DEMO = generateLayout({ ...sizeHall(1_000), baysASide: 4, crossAisles: 3, levels: 2 })
const faultsOf = (change: Partial<Layout>) => checkLayout({ ...DEMO, ...change }).map(({ detail }) => detail)
const withBin = (change: Partial<Layout['bins'][number]>) => {
  const [first, ...rest] = DEMO.bins
  if (!first) throw new Error('a hall without bins')
  return { bins: [{ ...first, ...change }, ...rest] }
}

describe('a generated hall', () => {
  it('is valid, with codes of its own for every bin, and every bin can be walked to', () => {
    fc.assert(
      fc.property(halls, (hall) => {
        expect(layoutSchema.parse(JSON.parse(JSON.stringify(hall)))).toEqual(hall)
        expect(checkLayout(hall)).toEqual([])
        expect(new Set(hall.bins.map(({ code }) => code)).size).toBe(hall.bins.length)
        expect(unreachableBins(hall)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('stays walkable whatever way its aisles go', () => {
    const directions = fc.infiniteStream(fc.constantFrom('both' as const, 'up' as const, 'down' as const))
    fc.assert(
      fc.property(halls, directions, (hall, ways) => {
        const aisles = hall.aisles.map((aisle) => ({ ...aisle, direction: ways.next().value ?? 'both' }))
        // Alone, an aisle of one way leads nowhere back.
        const isAlone = aisles.length === 1 || !aisles.some(({ direction }) => direction !== 'up')
        fc.pre(!isAlone && aisles.some(({ direction }) => direction !== 'down'))
        expect(unreachableBins({ ...hall, aisles })).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('has the bins that are asked for, from 1,000 to 200,000', () => {
    for (const bins of [1_000, 5_000, 200_000]) {
      const hall = generateLayout(sizeHall(bins))
      expect(hall.bins.length).toBeGreaterThanOrEqual(bins)
      expect(hall.bins.length).toBeLessThan(bins * 1.15)
      expect(new Set(hall.zones.map(({ temperatureZone }) => temperatureZone)).size).toBe(3)
    }
  })

  it('is drawn as two rows of shelves for each aisle and block', () => {
    const { shelves } = outlineOf(DEMO)
    expect(shelves).toHaveLength(DEMO.aisles.length * 2 * 2)
    expect(shelves[0]).toMatchObject({ aisle: 'A01', fromYMetres: 2.4, toYMetres: expect.closeTo(7.2) })
  })
})

describe('comparing halls', () => {
  it('finds nothing between a hall and itself, and all of it against nothing', () => {
    fc.assert(
      fc.property(halls, (hall) => {
        expect(isAnyChange(compareLayouts(hall, structuredClone(hall)))).toBe(false)
        const none = { ...hall, zones: [], aisles: [], bins: [], stations: [] }
        expect(compareLayouts(none, hall).bins.added).toHaveLength(hall.bins.length)
        expect(compareLayouts(hall, none).bins.removed).toHaveLength(hall.bins.length)
      }),
      { numRuns: 20 },
    )
  })

  it('leaves blocks alone that a layout says nothing of, and tells them by their stretch', () => {
    const block = { aisle: 'A01', fromYMetres: 3, reason: 'a spill' }
    const now = { ...DEMO, blocks: [block] }
    expect(isAnyChange(compareLayouts(now, { ...DEMO, blocks: undefined }))).toBe(false)
    expect(isAnyChange(compareLayouts(now, { ...DEMO, blocks: [{ ...block, reason: 'dry' }] }))).toBe(false)
    expect(compareLayouts(now, { ...DEMO, blocks: [] }).blocks.removed).toEqual([block])
  })
})

describe('checking a hall', () => {
  it('names what is there twice, and what belongs to nothing', () => {
    const [aisle] = DEMO.aisles
    expect(faultsOf({ bins: [...DEMO.bins, ...DEMO.bins.slice(0, 1)] })).toContain(
      'bin A01-01-A1 is there twice',
    )
    expect(faultsOf({ zones: DEMO.zones.slice(1) })).toContain('aisle A01: there is no zone AMB')
    expect(faultsOf({ aisles: DEMO.aisles.slice(1) })).toContain('bin A01-01-A1: there is no aisle A01')
    expect(faultsOf({ aisles: [...DEMO.aisles, { ...DEMO.aisles[0], code: 'B01' } as never] })).toContain(
      `aisle B01 lies where aisle ${aisle?.code} lies`,
    )
  })

  it('names bins outside their aisle, off the hall, on the wrong side and in one another', () => {
    expect(faultsOf(withBin({ yMetres: 0.7 }))[0]).toMatch(/A01-01-A1 at y 0.7 lies outside its aisle A01/)
    expect(faultsOf(withBin({ xMetres: 0.2 }))[0]).toMatch(/A01-01-A1 reaches off the hall/)
    expect(faultsOf(withBin({ side: 'R' }))[0]).toMatch(/does not lie right of its aisle/)
    expect(faultsOf(withBin({ heightMetres: 0.5 }))).toEqual(['bin A01-01-B1 overlaps bin A01-01-A1'])
    expect(faultsOf(withBin({ code: 'DOCK' }))).toEqual(['DOCK is no bin on the floor'])
  })

  it('wants a depot, and a cross aisle at both ends of every aisle', () => {
    expect(faultsOf({ stations: [] })).toEqual(['no depot: tours need a place to start'])
    expect(faultsOf({ crossYMetres: [1.2] })[0]).toMatch(/aisle A01 needs a cross aisle at both ends/)
    expect(faultsOf({ crossYMetres: [1.2, 1.2, 15.6] })).toContain(
      'does not lie behind the cross aisle at 1.2 m',
    )
  })

  it('names blocks of what is not there', () => {
    const wrong = (block: Partial<NonNullable<Layout['blocks']>[number]>) =>
      faultsOf({ blocks: [{ aisle: 'A01', reason: 'x', ...block }] })[0]
    expect(wrong({})).toBeUndefined()
    expect(wrong({ aisle: 'A99' })).toMatch(/no aisle A99/)
    expect(wrong({ crossRow: 3 })).toMatch(/no cross aisle 3/)
    expect(wrong({ aisle: DEMO.aisles.at(-1)?.code, crossRow: 0 })).toMatch(/is the last one/)
    expect(wrong({ fromYMetres: 5, toYMetres: 4 })).toMatch(/ends before it begins/)
    expect(wrong({ toYMetres: 90 })).toMatch(/lies outside aisle A01/)
  })
})

it('finds the bins that a block cuts off, and only them', () => {
  const cut = (blocks: Layout['blocks']) => unreachableBins({ ...DEMO, blocks })
  const [front = 0, middle = 0] = DEMO.crossYMetres
  expect(cut([{ aisle: 'A02', fromYMetres: 4, toYMetres: 5, reason: 'a spill' }])).toEqual(
    DEMO.bins
      .filter(({ aisle, yMetres }) => aisle === 'A02' && yMetres > 4 && yMetres < 5)
      .map(({ code }) => code),
  )
  // A way round by the other aisles leads into what lies behind.
  expect(cut([{ aisle: 'A02', fromYMetres: front, toYMetres: 2.4, reason: 'a spill' }])).toEqual([])
  const beyond = DEMO.bins.filter(({ aisle }) => aisle !== 'A01').map(({ code }) => code)
  expect(cut([0, 1, 2].map((crossRow) => ({ aisle: 'A01', crossRow, reason: 'a wall' })))).toEqual(beyond)
  const whole = cut([{ aisle: 'A03', reason: 'a lift truck' }])
  expect(whole).toEqual(DEMO.bins.filter(({ aisle }) => aisle === 'A03').map(({ code }) => code))
  expect(middle).toBeGreaterThan(front)
})
