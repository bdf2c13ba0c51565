import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countByLot } from './count-by-lot'
import { eventAddress, readEventAddress } from './event-address'
import { lowStockLevel } from './low-stock-level'
import { needsApproval } from './needs-approval'

it('an item is low when three days would empty it, and always at two units', () => {
  expect(lowStockLevel(0)).toBe(2)
  expect(lowStockLevel(280)).toBe(30)
  expect(lowStockLevel(5)).toBe(2)
})

it('a count without a lot misses the lot that expires first and finds the one that expires last', () => {
  const book = [
    { lot: 'EARLY', expected: 4 },
    { lot: 'LATE', expected: 3 },
  ]
  const counted = (units: number) => countByLot(units, book).map((lot) => lot.counted)
  expect(counted(7)).toEqual([4, 3])
  expect(counted(5)).toEqual([2, 3])
  expect(counted(9)).toEqual([4, 5])
  expect(countByLot(2, [])).toEqual([{ lot: '', expected: 0, counted: 2 }])
})

it('a count by lot adds up to what was counted, and nowhere below zero', () => {
  const lots = fc.array(fc.record({ lot: fc.string(), expected: fc.integer({ min: -50, max: 50 }) }))
  fc.assert(
    fc.property(fc.nat(200), lots, (counted, book) => {
      const found = countByLot(counted, book)
      expect(found.reduce((sum, lot) => sum + lot.counted, 0)).toBe(counted)
      expect(found.every((lot) => lot.counted >= 0)).toBe(true)
    }),
  )
})

it('a difference waits when it is over the limit by units or by part', () => {
  const limit = { units: 5, percent: 25 }
  expect(needsApproval(100, 95, limit)).toBe(false)
  expect(needsApproval(100, 94, limit)).toBe(true)
  expect(needsApproval(4, 3, limit)).toBe(false)
  expect(needsApproval(4, 2, limit)).toBe(true)
  expect(needsApproval(0, 5, limit)).toBe(false)
  expect(needsApproval(-3, 3, limit)).toBe(true)
})

it('an address leads back to its event, whatever its source and id', () => {
  const text = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(text, text, (source, id) => {
      const address = eventAddress(source, id)
      expect(address).toMatch(/^[\w-]+$/)
      expect(readEventAddress(address)).toEqual({ source, id })
    }),
  )
  for (const wrong of ['', '!', 'e30', 'bnVsbA']) expect(readEventAddress(wrong)).toBeNull()
})
