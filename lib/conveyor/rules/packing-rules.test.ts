import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSscc } from '@/lib/catalog/rules/gs1-key'
import { DEMO_CONVEYOR } from '@/prisma/seed/demo-conveyor'
import { carriersOf, chooseCarrier } from './choose-carrier'
import { judgePacking } from './judge-packing'
import { sscc } from './sscc'

describe('the number of a parcel', () => {
  it('is made of extension digit, prefix, serial and check digit', () => {
    expect(sscc('9521321000018', 7, 1n)).toBe('095213210000000018')
    expect(sscc('9521321000018', 7, 1_234_567_890n)).toBe('195213212345678904')
    expect(sscc('2345678901237', 12, 90_123n)).toMatch(/^9234567890123\d{5}$/)
  })

  it('has 18 digits, the right check digit, and never comes twice', () => {
    const prefix = fc.integer({ min: 4, max: 12 })
    fc.assert(
      fc.property(prefix, fc.uniqueArray(fc.nat(99_999).map(BigInt), { minLength: 2 }), (digits, serials) => {
        const numbers = serials.map((serial) => sscc('9521321000018', digits, serial))
        expect(numbers.every(isSscc)).toBe(true)
        expect(new Set(numbers).size).toBe(serials.length)
      }),
    )
  })

  it('ends when the serials are used up', () => {
    expect(sscc('9521321000018', 7, 9_999_999_999n)).toMatch(/^99521321/)
    expect(() => sscc('9521321000018', 7, 10_000_000_000n)).toThrow(RangeError)
  })
})

describe('the carrier of an address', () => {
  const carriers = carriersOf(DEMO_CONVEYOR)

  it('is one that the lanes serve, as they are drawn', () => {
    expect(carriers).toEqual(['DHL', 'UPS', 'FedEx', 'USPS', 'OnTrac', 'Store van'])
    expect(chooseCarrier({ country: 'US', postalCode: '10001' }, carriers)).toBe('FedEx')
    expect(chooseCarrier({ country: 'US', postalCode: '10101' }, carriers)).toBe('USPS')
    expect(chooseCarrier({ country: 'IE', postalCode: 'Galway' }, carriers)).toBe('FedEx')
    expect(chooseCarrier({ country: 'US', postalCode: '10001' }, [])).toBeNull()
  })

  it('is the same for a postal area, and every carrier has some', () => {
    const areas = Array.from({ length: 60 }, (_, n) => `1${String(n).padStart(2, '0')}`)
    const of = (postalCode: string) => chooseCarrier({ country: 'US', postalCode }, carriers)
    for (const area of areas) expect(of(`${area}05`)).toBe(of(`${area}77-1234`))
    expect(new Set(areas.map(of))).toEqual(new Set(carriers))
  })
})

describe('packing', () => {
  const tote = (barcode: string, orderNumber: string | null = 'A', kind: 'tote' | 'parcel' = 'tote') => ({
    ...{ barcode, kind, orderNumber },
  })
  const parcel = { barcode: 'P1', totes: ['T1', 'T2'], operationId: 'op' }

  it('takes the totes of one order', () => {
    expect(judgePacking(['T1', 'T2'], undefined, [tote('T1'), tote('T2')], [])).toEqual({
      outcome: 'pack',
      orderNumber: 'A',
    })
  })

  it.each([
    [['T1', 'T9'], [tote('T1')], 'Nobody here knows T9. Scan the tote again.'],
    [['T1', 'P2'], [tote('T1'), tote('P2', 'A', 'parcel')], 'P2 is a parcel, no tote.'],
    [['T1'], [tote('T1', null)], 'T1 belongs to no order.'],
    [['T1', 'T2'], [tote('T1'), tote('T2', 'B')], 'T2 is of order B, T1 of A. Pack each order by itself.'],
  ])('refuses %j in floor words', (asked, totes, says) => {
    expect(judgePacking(asked, undefined, totes, [])).toEqual({ outcome: 'refused', says })
  })

  it('knows what was said before, by the operation and by the totes', () => {
    const totes = [tote('T1'), tote('T2'), tote('T3')]
    const before = { outcome: 'packed-before', barcode: 'P1' }
    expect(judgePacking(['T1', 'T2'], 'op', totes, [parcel])).toEqual(before)
    expect(judgePacking(['T2', 'T1'], undefined, totes, [parcel])).toEqual(before)
    expect(judgePacking(['T2'], 'another', totes, [parcel])).toEqual(before)
    expect(judgePacking(['T3'], 'op', totes, [parcel])).toEqual({
      outcome: 'another-operation',
      barcode: 'P1',
    })
    expect(judgePacking(['T2', 'T3'], undefined, totes, [parcel])).toEqual({
      outcome: 'refused',
      says: 'T2 is in parcel P1 already. Pack the others without it.',
    })
    expect(judgePacking(['T3'], undefined, totes, [parcel])).toMatchObject({ outcome: 'pack' })
  })
})
