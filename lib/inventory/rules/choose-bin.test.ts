import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BinFacts, rankBins, type StowItem, unitsThatFit } from './choose-bin'

const bin: BinFacts = {
  isOpen: true,
  temperatureZone: 'ambient',
  volumeMl: 240_000,
  freeVolumeMl: 240_000,
  freeWeightGrams: 150_000,
  lookAlike: null,
  otherLot: null,
  aisle: 'A01',
  aisleUnits: 0,
  aisleHeat: 0,
  pickHeightMetres: 0,
  walkMetres: 10,
}
const item: StowItem = {
  units: 10,
  unitVolumeMl: 1_000,
  unitWeightGrams: 1_000,
  temperatureZone: 'ambient',
  dailyUnits: 1,
}
const popular = { ...item, dailyUnits: 40 }
const byChance = () => 0.5
const best = (bins: BinFacts[], one: StowItem) => rankBins(bins, one, byChance)[0]

describe('what a bin must not take', () => {
  const anyBin: fc.Arbitrary<BinFacts> = fc.record({
    isOpen: fc.boolean(),
    temperatureZone: fc.constantFrom('ambient', 'chilled'),
    volumeMl: fc.integer({ min: 1, max: 300_000 }),
    freeVolumeMl: fc.integer({ min: -1_000, max: 300_000 }),
    freeWeightGrams: fc.integer({ min: -1_000, max: 200_000 }),
    lookAlike: fc.constantFrom(null, null, 'YOGURT'),
    otherLot: fc.constantFrom(null, null, 'L7'),
    aisle: fc.constantFrom('A01', 'A02', 'A03'),
    aisleUnits: fc.nat(500),
    aisleHeat: fc.double({ min: 0, max: 1, noNaN: true }),
    pickHeightMetres: fc.double({ min: 0, max: 3, noNaN: true }),
    walkMetres: fc.double({ min: 0, max: 300, noNaN: true }),
  })
  const anyItem: fc.Arbitrary<StowItem> = fc.record({
    units: fc.integer({ min: 1, max: 300 }),
    unitVolumeMl: fc.integer({ min: 1, max: 50_000 }),
    unitWeightGrams: fc.integer({ min: 1, max: 30_000 }),
    temperatureZone: fc.constantFrom('ambient', 'chilled'),
    dailyUnits: fc.double({ min: 0, max: 100, noNaN: true }),
  })

  it('is never among the choices, whatever is wished', () => {
    fc.assert(
      fc.property(
        fc.array(anyBin),
        anyItem,
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (bins, one, r) => {
          for (const { bin: chosen, units, because } of rankBins(bins, one, () => r)) {
            expect(units).toBeGreaterThan(0)
            expect(units).toBeLessThanOrEqual(one.units)
            expect(units * one.unitVolumeMl).toBeLessThanOrEqual(chosen.freeVolumeMl)
            expect(units * one.unitWeightGrams).toBeLessThanOrEqual(chosen.freeWeightGrams)
            expect(chosen).toMatchObject({ isOpen: true, lookAlike: null, otherLot: null })
            expect(chosen.temperatureZone).toBe(one.temperatureZone)
            expect(because.length).toBeGreaterThan(0)
          }
        },
      ),
    )
  })

  it('leaves out no bin that could take a unit', () => {
    fc.assert(
      fc.property(fc.array(anyBin), anyItem, (bins, one) => {
        expect(rankBins(bins, one, byChance)).toHaveLength(
          bins.filter((any) => unitsThatFit(any, one) > 0).length,
        )
      }),
    )
  })

  it('is a bin without room for one unit, by volume or by weight', () => {
    expect(unitsThatFit({ ...bin, freeVolumeMl: 999 }, item)).toBe(0)
    expect(unitsThatFit({ ...bin, freeWeightGrams: 999 }, item)).toBe(0)
    expect(unitsThatFit({ ...bin, freeVolumeMl: 3_500 }, item)).toBe(3)
  })
})

describe('what is wished', () => {
  it('keeps a load together where it can', () => {
    const small = { ...bin, freeVolumeMl: 5_000 }
    expect(best([small, { ...bin, freeVolumeMl: 20_000 }], item)?.units).toBe(10)
  })

  it('spreads a popular item over aisles, and says so', () => {
    const choice = best(
      [
        { ...bin, aisleUnits: 90 },
        { ...bin, aisle: 'A02' },
      ],
      popular,
    )
    expect(choice?.bin.aisle).toBe('A02')
    expect(choice?.because.join(' ')).toContain('none of it lies in aisle A02 yet')
  })

  it('avoids the aisle in which everybody picks', () => {
    expect(
      best(
        [
          { ...bin, aisleHeat: 1 },
          { ...bin, aisle: 'A02', aisleHeat: 0.1 },
        ],
        popular,
      )?.bin.aisle,
    ).toBe('A02')
  })

  it('puts heavy things low and says so', () => {
    const heavy = { ...item, unitWeightGrams: 10_000 }
    const choice = best([{ ...bin, pickHeightMetres: 1.8 }, bin], heavy)
    expect(choice?.bin.pickHeightMetres).toBe(0)
    expect(choice?.because).toContain('It is heavy, and this is low.')
  })

  it('keeps hand height for what is often asked for', () => {
    const golden = { ...bin, pickHeightMetres: 1 }
    expect(best([bin, golden], popular)?.bin).toBe(golden)
    expect(best([bin, golden], item)?.bin).toBe(bin)
  })

  it('prefers an emptier bin to the fullest', () => {
    expect(best([{ ...bin, freeVolumeMl: 12_000 }, bin], item)?.bin).toBe(bin)
  })

  it('lets chance decide between equals', () => {
    const draws = [0.1, 0.9]
    const other = { ...bin, aisle: 'A02' }
    expect(rankBins([bin, other], item, () => draws.shift() ?? 0)[0]?.bin).toBe(other)
  })
})
