import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigit } from '@/lib/catalog/rules/check-digit'
import { digitalLink } from '@/lib/catalog/rules/digital-link'
import { elementString } from '@/lib/catalog/rules/element-string'
import { tourOf } from '@/lib/testing/tour-of'
import { readScan } from './read-scan'

const tour = tourOf([
  { seq: 1, bin: 'A07-12-C2', sku: 'MILK-1L', gtin: '4012345678901' },
  { seq: 2, bin: 'A08-01-A1', sku: '12345670', gtin: '2112233789657' },
])
const read = (text: string) => readScan(text.replaceAll('^', '\u001d'), tour)

describe('a label of the house', () => {
  it.each([
    ['A07-12-C2', { kind: 'bin', bin: 'A07-12-C2' }],
    [' a07-12-c2\r\n', { kind: 'bin', bin: 'A07-12-C2' }],
    [']C0A07-12-C2', { kind: 'bin', bin: 'A07-12-C2' }],
    [']Q1A07-12-C2', { kind: 'bin', bin: 'A07-12-C2' }],
    ['T-1', { kind: 'tote', tote: 'T-1' }],
    [']d1t-1', { kind: 'tote', tote: 'T-1' }],
    ['milk-1l', { kind: 'item', sku: 'MILK-1L' }],
    ['A99-01-A1', { kind: 'unknown', text: 'A99-01-A1' }],
    ['', { kind: 'unknown', text: '' }],
  ])('%s is understood', (text, scan) => {
    expect(read(text)).toEqual(scan)
  })

  it('comes before a GTIN of the same digits', () => {
    expect(read('12345670')).toEqual({ kind: 'item', sku: '12345670' })
  })
})

describe('a GTIN', () => {
  it.each([
    ['24012345678905', '24012345678905'],
    ['2112233789657', '02112233789657'],
    ['416000336108', '00416000336108'],
    ['02345680', '00000002345680'],
    [']E02112233789657', '02112233789657'],
    [']E402345673', '00000002345673'],
  ])('%s is read, of each length', (text, gtin) => {
    expect(read(text)).toEqual({ kind: 'item', gtin })
  })

  it.each(['24012345678909', '2112233789658', '416000336107', '02345689', '123456789'])(
    '%s with a wrong check digit or length is none',
    (text) => {
      expect(read(text)).toEqual({ kind: 'unknown', text })
    },
  )
})

describe('what GS1 says beyond the GTIN', () => {
  const item = { kind: 'item', gtin: '12345678901231' }
  it.each([
    ['^0112345678901231', item],
    [']C10112345678901231^10LOT-7', { ...item, lot: 'LOT-7' }],
    [']d201123456789012311727020010A', { ...item, lot: 'A', expiresOn: '2027-02-28' }],
    [']Q3011234567890123110A^17280200', { ...item, lot: 'A', expiresOn: '2028-02-29' }],
    ['011234567890123110LOT-7^17261231', { ...item, lot: 'LOT-7', expiresOn: '2026-12-31' }],
    ['(01)12345678901231(10)LOT-7(15)261231', { ...item, lot: 'LOT-7', expiresOn: '2026-12-31' }],
    [
      'https://id.gs1.org/01/12345678901231/10/LOT%2F7?17=261231&x=y',
      { ...item, lot: 'LOT/7', expiresOn: '2026-12-31' },
    ],
    [']Q1https://shop.example/01/12345678901231', item],
    ['https://id.gs1.org/414/4012345000115/254/A07-12-C2', { kind: 'bin', bin: 'A07-12-C2' }],
    ['^00123456789012345675', { kind: 'tote', tote: '123456789012345675' }],
    ['https://id.gs1.org/8003/0401234566666387', { kind: 'tote', tote: '0401234566666387' }],
  ])('%s is read', (text, scan) => {
    expect(read(text)).toEqual(scan)
  })

  it.each([
    '^0112345678901232',
    '^991234',
    '^414401234500011',
    'https://example.com/about',
    '0112345678901232ABC',
  ])('%s names nothing', (text) => {
    expect(read(text)).toMatchObject({ kind: 'unknown' })
  })

  it('is the same in an element string and in a Digital Link', () => {
    const gtin = fc.stringMatching(/^\d{13}$/).map((stem) => stem + checkDigit(stem))
    const lot = fc.stringMatching(/^[A-Z0-9/%._-]{1,20}$/)
    fc.assert(
      fc.property(gtin, lot, (value, batch) => {
        const elements = [
          { ai: '01', value },
          { ai: '10', value: batch },
        ]
        const scan = { kind: 'item', gtin: value, lot: batch }
        expect(readScan(elementString(elements), tour)).toEqual(scan)
        expect(readScan(digitalLink(elements), tour)).toEqual(scan)
      }),
    )
  })
})
