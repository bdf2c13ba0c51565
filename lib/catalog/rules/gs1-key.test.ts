import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigit, hasRightCheckDigit } from './check-digit'
import { gtin13Of, gtin14Of, isGln, isSscc } from './gs1-key'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const keyOf = (length: number) => digits(length - 1).map((stem) => stem + checkDigit(stem))

describe('a GTIN', () => {
  it.each([
    ['02345673', '00000002345673'],
    ['02345680', '00000002345680'],
    ['416000336108', '00416000336108'],
    ['2112233789657', '02112233789657'],
    ['1234567890128', '01234567890128'],
    ['12345678901231', '12345678901231'],
    ['24012345678905', '24012345678905'],
  ])('%s is the 14 digits %s', (gtin, whole) => {
    expect(gtin14Of(gtin)).toBe(whole)
  })

  it.each([
    '',
    '02345689',
    '416000336107',
    '2112233789658',
    '24012345678909',
    '0234567',
    '12345678901A31',
    '5',
  ])('%s is none', (gtin) => {
    expect(gtin14Of(gtin)).toBeUndefined()
  })

  it('is kept by the catalogue in 13 digits, unless it is a case', () => {
    expect(gtin13Of('416000336108')).toBe('0416000336108')
    expect(gtin13Of('02112233789657')).toBe('2112233789657')
    expect(gtin13Of('12345678901231')).toBeUndefined()
  })
})

describe('an SSCC and a GLN', () => {
  it('have 18 and 13 digits', () => {
    expect(isSscc('123456789012345675')).toBe(true)
    expect(isSscc('123456789012345674')).toBe(false)
    expect(isGln('4012345000115')).toBe(true)
    expect(isGln('12345678901231')).toBe(false)
  })
})

it('catches every single changed digit', () => {
  const changed = fc
    .constantFrom(8, 12, 13, 14, 18)
    .chain((length) => fc.tuple(keyOf(length), fc.nat(length - 1), fc.integer({ min: 1, max: 9 })))
  fc.assert(
    fc.property(changed, ([key, at, by]) => {
      const wrong = key.slice(0, at) + ((Number(key[at]) + by) % 10) + key.slice(at + 1)
      expect(hasRightCheckDigit(key)).toBe(true)
      expect(hasRightCheckDigit(wrong)).toBe(false)
    }),
  )
})
