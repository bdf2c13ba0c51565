import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigit } from './check-digit'
import { constrainedLink, digitalLink, readDigitalLink } from './digital-link'
import { elementsOfUrn, linkOfUrn, urnOf } from './epc-urn'

const read = (uri: string) => {
  const result = readDigitalLink(uri)
  return result.ok ? result.elements.map(({ ai, value }) => `(${ai})${value}`).join('') : result.reason
}

describe('a Digital Link', () => {
  it('is read whatever its domain and the path before the key', () => {
    expect(read('https://id.gs1.org/01/12345678901231/10/LOT%2F7?17=261231&utm=x')).toBe(
      '(01)12345678901231(10)LOT/7(17)261231',
    )
    expect(read('HTTP://shop.example/some/where/414/4012345000115/254/A07-12-C2')).toBe(
      '(414)4012345000115(254)A07-12-C2',
    )
    expect(read('https://example.com:8080/00/123456789012345675/')).toBe('(00)123456789012345675')
  })

  it.each([
    'HtTp://id.gs1.org/01/12345678901231',
    'https:///01/12345678901231',
    'https://id.gs1.org/01/12345678901232',
    'https://id.gs1.org/01/2112233789657',
    'https://id.gs1.org/01/12345678901231/10/A/22/B',
    'https://id.gs1.org/01/12345678901231/10/A/235/B',
    'https://id.gs1.org/01/12345678901231/10',
    'https://id.gs1.org/01/12345678901231/10/%C0',
    'https://id.gs1.org/10/A',
    'https://id.gs1.org/01/12345678901231?17=269931',
    'ftp://id.gs1.org/01/12345678901231',
  ])('%s is none', (uri) => {
    expect(readDigitalLink(uri)).toMatchObject({ ok: false })
  })

  it('is one link for all links to the same thing', () => {
    const one = 'https://id.gs1.org/01/12345678901231/21/S1'
    expect(constrainedLink('https://shop.example/p/01/12345678901231/22/V/10/L/21/S1?17=261231')).toBe(one)
    expect(constrainedLink(one)).toBe(one)
    expect(constrainedLink('https://shop.example/about')).toBeUndefined()
  })
})

describe('an EPC URN', () => {
  it.each([
    ['urn:epc:id:sgtin:4012345.011111.9876', '/01/04012345111118/21/9876'],
    ['urn:epc:id:sgtin:0614141.107346.2017', '/01/10614141073464/21/2017'],
    ['urn:epc:id:sgtin:4012345.011111.9%2F8.7', '/01/04012345111118/21/9%2F8.7'],
    ['urn:epc:id:sscc:4012345.0000000333', '/00/040123450000003338'],
    ['urn:epc:id:sgln:4012345.00011.987', '/414/4012345000115/254/987'],
    ['urn:epc:id:sgln:4012345.00011.0', '/414/4012345000115'],
    ['urn:epc:class:lgtin:4012345.022222.87545', '/01/04012345222227/10/87545'],
    ['urn:epc:idpat:sgtin:4012345.044444.*', '/01/04012345444445'],
    ['urn:epc:id:pgln:4012345.00000', '/417/4012345000009'],
    ['urn:epc:id:grai:4012345.66666.87', '/8003/0401234566666387'],
    ['urn:epc:id:giai:4012345.AAbb', '/8004/4012345AAbb'],
    ['urn:epc:id:gsrn:4012345.9876540000', '/8018/401234598765400000'],
    ['urn:epc:id:gdti:4012345.55555.98', '/253/401234555555498'],
    ['urn:epc:id:sgcn:4012345.99999.44', '/255/401234599999044'],
    ['urn:epc:id:ginc:4012345.333', '/401/4012345333'],
    ['urn:epc:id:gsin:4012345.999987654', '/402/40123459999876541'],
    ['urn:epc:id:itip:4012345.012345.01.02.999', '/8006/040123451234560102/21/999'],
    ['urn:epc:id:cpi:4012345.ABC.123', '/8010/4012345ABC/8011/123'],
    ['urn:epc:id:upui:4012345.012345.AB12', '/01/04012345123456/235/AB12'],
  ])('%s is the link %s', (urn, path) => {
    expect(linkOfUrn(urn)).toBe(`https://id.gs1.org${path}`)
  })

  it.each([
    'urn:epc:id:sgtin:4012345.011111',
    'urn:epc:idpat:sgtin:4012345.*.*',
    'urn:uuid:1',
    'urn:epc:id:x:1',
  ])('%s stands for no key', (urn) => {
    expect(linkOfUrn(urn)).toBeUndefined()
  })

  it('is found again from the key and the length of its company prefix', () => {
    const digits = (length: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
    const serial = fc.string({
      unit: fc.constantFrom(...'ABCz09-._"%&/<>?()*!'),
      minLength: 1,
      maxLength: 20,
    })
    const goods = fc.tuple(digits(13), serial, fc.constantFrom('21', '10')).map(([stem, value, ai]) => [
      { ai: '01', value: stem + checkDigit(stem) },
      { ai, value },
    ])
    const place = fc
      .tuple(digits(12), serial)
      .filter(([, extension]) => extension !== '0')
      .map(([stem, value]) => [
        { ai: '414', value: stem + checkDigit(stem) },
        { ai: '254', value },
      ])
    const unit = digits(17).map((stem) => [{ ai: '00', value: stem + checkDigit(stem) }])
    fc.assert(
      fc.property(
        fc.oneof(goods, place, unit),
        fc.integer({ min: 6, max: 11 }),
        (elements, companyDigits) => {
          expect(elementsOfUrn(urnOf(elements, companyDigits) ?? '')).toEqual(elements)
          expect(readDigitalLink(digitalLink(elements))).toEqual({ ok: true, elements })
        },
      ),
    )
  })
})
