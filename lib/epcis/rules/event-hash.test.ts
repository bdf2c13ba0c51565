import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EPCIS_EVENTS } from '@/lib/testing/epcis-documents'
import { contextPrefixes } from './context-prefixes'
import { hashId, preHash } from './event-hash'

const prefixes = contextPrefixes({
  shop: 'https://shop.example/epcis/',
  example: 'https://ns.example.com/epcis/',
})
const text = (event: object) => preHash({ ...event }, prefixes)
const idOf = (event: object) => hashId(createHash('sha256').update(text(event)).digest('hex'))

describe('the reference event of CBV 2.0', () => {
  const reference = {
    type: 'ObjectEvent',
    eventTime: '2020-03-04T11:00:30.000+01:00',
    eventTimeZoneOffset: '+01:00',
    epcList: [333, 111, 222].map((serial) => `urn:epc:id:sscc:4012345.0000000${serial}`),
    action: 'OBSERVE',
    bizStep: 'departing',
    readPoint: { id: 'urn:epc:id:sgln:4012345.00011.987' },
    'example:myField1': { 'example:mySubField1': '2', 'example:mySubField2': '5' },
    'example:myField2': '0',
    'example:myField3': { 'example:mySubField3': ['3', '1'] },
  }
  const id = 'ni:///sha-256;6ae96341e0acc6d7a261364751f60e68278a81cdf51da0abb6b4e617014e39d7?ver=CBV2.0'

  it('has its published hash', () => {
    expect(idOf(reference)).toBe(id)
  })

  it.each([
    ['another order of fields', Object.fromEntries(Object.entries(reference).reverse())],
    ['another order of its list', { ...reference, epcList: [...reference.epcList].sort() }],
    ['its time in UTC', { ...reference, eventTime: '2020-03-04T10:00:30Z' }],
    ['its time with more decimals', { ...reference, eventTime: '2020-03-04T05:00:29.9995-05:00' }],
    [
      'its place as a Digital Link',
      { ...reference, readPoint: { id: 'https://me.example/414/4012345000115/254/987' } },
    ],
    [
      'an id and a time of record',
      { ...reference, eventID: 'urn:uuid:1', recordTime: '2020-03-04T12:00:00Z' },
    ],
    ['its step by a URI of CBV', { ...reference, bizStep: 'https://ref.gs1.org/cbv/BizStep-departing' }],
    [
      'a declaration that it was an error',
      { ...reference, errorDeclaration: { declarationTime: '2021-01-01T00:00:00Z' } },
    ],
  ])('has it with %s too', (_, event) => {
    expect(idOf(event)).toBe(id)
  })

  it.each([
    ['another time', { ...reference, eventTime: '2020-03-04T11:00:30.001+01:00' }],
    ['another offset', { ...reference, eventTimeZoneOffset: '+02:00' }],
    ['another serial', { ...reference, epcList: reference.epcList.slice(1) }],
    ['another value of its own', { ...reference, 'example:myField2': '1' }],
    ['a field more', { ...reference, disposition: 'in_transit' }],
  ])('has another with %s', (_, event) => {
    expect(idOf(event)).not.toBe(id)
  })
})

it('writes numbers without the zeros that they may have been sent with', () => {
  const event = (json: string) => ({
    ...EPCIS_EVENTS.object,
    quantityList: [{ epcClass: 'urn:a:1', quantity: JSON.parse(json) }],
  })
  expect(text(event('200.50'))).toBe(text(event('200.5')))
  expect(text(event('1.0'))).toContain('quantity=1')
})

it.each(Object.entries(EPCIS_EVENTS))('any other order of an %s event says the same', (_, event) => {
  const shuffled = (value: unknown, pick: (length: number) => number): unknown => {
    if (typeof value !== 'object' || value === null) return value
    const order = <One>(list: One[]): One[] => {
      const left = [...list]
      return list.flatMap(() => left.splice(pick(left.length), 1))
    }
    if (Array.isArray(value)) return order(value).map((one) => shuffled(one, pick))
    return Object.fromEntries(order(Object.entries(value)).map(([key, one]) => [key, shuffled(one, pick)]))
  }
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (stream) => {
      const pick = (length: number) => (stream.next().value ?? 0) % length
      expect(text(shuffled(event, pick) as object)).toBe(text(event))
    }),
    { numRuns: 50 },
  )
})

it.each(Object.entries(EPCIS_EVENTS))('a changed value of an %s event says something else', (_, event) => {
  const paths = leaves(event)
  fc.assert(
    fc.property(fc.constantFrom(...paths), (path) => {
      expect(text(changed(event, path) as object)).not.toBe(text(event))
    }),
  )
})

function leaves(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, key]))
}
function changed(value: unknown, [key, ...rest]: string[]): unknown {
  if (key === undefined)
    return typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : other(value)
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = changed(copy[key], rest)
  return copy
}
// A key's last character is its serial; of a time, a digit before the offset.
const other = (value: unknown): string => {
  const said = String(value)
  if (said.includes('T08:')) return said.replace('T08:', 'T07:')
  return said.includes('?') ? said.replace('?', '9?') : `${said}9`
}
