import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type BinFill, chooseBin, filled } from './choose-bin'

const load = fc.record({
  sku: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  family: fc.constantFrom('x', 'y', 'z'),
  volumeMl: fc.integer({ min: 1, max: 60 }),
  weightGrams: fc.integer({ min: 1, max: 60 }),
})
const empty = (): BinFill => ({
  freeVolumeMl: 100,
  freeWeightGrams: 100,
  skus: new Set(),
  families: new Set(),
})

it('never overfills a bin and never puts look-alikes together', () => {
  fc.assert(
    fc.property(
      fc.array(load, { maxLength: 40 }),
      fc.infiniteStream(fc.double({ min: 0, max: 0.999 })),
      (loads, stream) => {
        const bins = Array.from({ length: 5 }, empty)
        for (const one of loads) {
          const index = chooseBin(bins, one, () => stream.next().value ?? 0)
          const bin = index === undefined ? undefined : bins[index]
          if (index === undefined || !bin) continue
          expect(bin.families.has(one.family)).toBe(false)
          bins[index] = filled(bin, one)
          expect(bins[index]?.freeVolumeMl).toBeGreaterThanOrEqual(0)
          expect(bins[index]?.freeWeightGrams).toBeGreaterThanOrEqual(0)
        }
      },
    ),
  )
})

it('says that there is no room rather than squeeze', () => {
  const full = { ...empty(), freeVolumeMl: 0 }
  expect(chooseBin([full], { sku: 'a', family: 'x', volumeMl: 1, weightGrams: 1 }, () => 0)).toBeUndefined()
})
