import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigit } from './check-digit'
import { elementString, type Gs1Element, readElementString, wrongCompany } from './element-string'

const scanned = (text: string) => readElementString(text.replaceAll('^', '\u001d'))
const elementsOf = (text: string) => {
  const read = scanned(text)
  return read.ok ? read.elements.map(({ ai, value }) => `(${ai})${value}`).join('') : read.reason
}

describe('an element string', () => {
  it.each([
    '^991234',
    '^0112345678901231',
    '^0112345678901231^',
    '^0112345678901231991234',
    '^0112345678901231^991234',
    '^2421',
    '^242123',
    '^242123456',
    '^242123456^10ABC123',
    '^242123456^',
    '^81111234',
    '^81111234^10ABC123',
    '^800112341234512398',
    '^800112341234512398^0112345678901231',
    '^7007211225211231',
    '^7007211225',
    '^800302112345678900ABC',
    '^800302112345678900',
    '^800302112345678900^10ABC123',
    '^800302112345678900ABCDEFGHIJKLMNOP',
    '^7230121234567890123456789012345678',
    '^7230123',
    '^235ABC',
    '^235ABCDEFGHIJKLMNOPQRSTUVWXYZ12',
    '^0112345678901231235XYZ',
    '^0112345678901231235XYZ^10BATCH',
    '^423528',
    '^423528528',
    '^423528528528',
    '^423528528528528',
    '^423528528528528528',
  ])('%s is read', (text) => {
    expect(scanned(text)).toMatchObject({ ok: true })
  })

  it.each([
    '',
    '^',
    '991234',
    '^891234',
    '^99~ABC',
    '^99ABC~',
    '^01A2345678901231',
    '^011234567890123A',
    '^0112345678901234',
    '^011234567890123',
    '^01123456789012312',
    '^011234567890123^',
    '^01123456789012345^',
    '^01123456789012345^991234',
    '^2421234567',
    '^8111123',
    '^811112345',
    '^80011234123451239',
    '^8001123412345123981',
    '^80011234123451239^0112345678901231',
    '^8001123412345123981^01123456789012312',
    '^70072112252',
    '^700721122521',
    '^7007211225211',
    '^70072112252112',
    '^700721122521123',
    '^70072112252212311',
    '^800302112345678901ABC',
    '^800302112345678900ABCDEFGHIJKLMNOPQ',
    '^72301212345678901234567890123456789',
    '^723012',
    '^235ABCDEFGHIJKLMNOPQRSTUVWXYZ123',
    '^423',
    '^4235',
    '^42352',
    '^4235285',
    '^42352852',
    '^4235285285',
    '^42352852852',
    '^42352852852852',
    '^4235285285285285285',
    '^17261301',
    '^17260230',
    '^10AB^10CD',
  ])('%s is refused with a reason', (text) => {
    expect(scanned(text)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
  })

  it('knows the symbologies by the prefix of the scanner', () => {
    expect(elementsOf(']C10112345678901231^10LOT-7')).toBe('(01)12345678901231(10)LOT-7')
    expect(elementsOf(']d2011234567890123117261100^10A')).toBe('(01)12345678901231(17)261100(10)A')
    expect(elementsOf(']Q331030012503712')).toContain('(3103)001250')
    expect(elementsOf(']E02112233789657')).toBe('(01)02112233789657')
    expect(elementsOf(']E402345673')).toBe('(01)00000002345673')
    expect(elementsOf(']E402345674')).toMatch('check digit')
    expect(elementsOf(']A0HELLO')).toMatch('no GS1 barcode')
  })
})

describe('the company of an element', () => {
  const judged = (text: string) => {
    const read = scanned(text)
    return read.ok ? wrongCompany(read.elements) : read.reason
  }

  it.each([
    '^0112345678901231^10A',
    '^0212345678901231^3712^00123456789012345675',
    '^4144012345000115^254987',
  ])('%s is right', (text) => {
    expect(judged(text)).toBeUndefined()
  })

  it.each([
    ['^10A', '(10) needs'],
    ['^0212345678901231', '(02) needs (37)'],
    ['^3712^0212345678901231', '(37) needs (00)+(02)'],
    ['^01123456789012313712', "(01) can't stand beside (37)"],
    ['^01123456789012313101000125^3102001250', "(3101) can't stand beside (3102)"],
    ['^3922199^0112345678901231', '(3922) needs (01)+(30)'],
  ])('%s is wrong: %s', (text, why) => {
    expect(judged(text)).toContain(why)
  })
})

it('reads back whatever it writes', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ABCXYZabc0129-./%&*'), minLength: 1, maxLength: 20 })
  const gtin = fc
    .string({ unit: fc.constantFrom(...'0123456789'), minLength: 13, maxLength: 13 })
    .map((stem) => stem + checkDigit(stem))
  const element: fc.Arbitrary<Gs1Element> = fc.oneof(
    gtin.map((value) => ({ ai: '01', value })),
    text.map((value) => ({ ai: '10', value })),
    text.map((value) => ({ ai: '21', value })),
    fc.nat(99_999_999).map((count) => ({ ai: '30', value: String(count) })),
    fc.nat(999_999).map((grams) => ({ ai: '3103', value: String(grams).padStart(6, '0') })),
  )
  const item = fc.uniqueArray(element, { selector: ({ ai }) => ai, minLength: 1 })
  fc.assert(
    fc.property(item, (elements) => {
      const read = readElementString(elementString(elements))
      expect(read.ok && new Set(read.elements)).toEqual(new Set(elements))
    }),
  )
})
