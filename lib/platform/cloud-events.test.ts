import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  toCloudEvent,
  writeCloudEvent,
  writeCloudEventHeaders,
  writeCloudEvents,
} from '@/lib/testing/write-cloud-events'
import { readCloudEvents } from './cloud-events'
import type { CloudEvent } from './rules/cloud-event'

const WHOLE = { specversion: '1.0', id: '7', source: '/till/3', type: 'shop.told' }
const bytes = (text: string) => new TextEncoder().encode(text)

const structured = (event: unknown, contentType = 'application/cloudevents+json') =>
  readCloudEvents(new Headers({ 'content-type': contentType }), bytes(JSON.stringify(event)))
const batch = (events: unknown) => structured(events, 'application/cloudevents-batch+json')
const binary = (headers: Record<string, string>, body = '{}') =>
  readCloudEvents(new Headers({ 'content-type': 'application/json', ...headers }), bytes(body))
const asHeaders = (attributes: Record<string, string>) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]))

function only(read: ReturnType<typeof readCloudEvents>) {
  if (!read.ok) throw new Error(read.detail)
  expect(read.events).toHaveLength(1)
  return read.events[0]
}
const reasonOf = (read: ReturnType<typeof readCloudEvents>) => {
  const item = only(read)
  return item && 'invalid' in item ? item.invalid : 'read'
}

describe('the conformance examples', () => {
  const attributes = {
    specversion: '1.0',
    type: 'com.example.someevent',
    time: '2018-04-05T03:56:24Z',
    id: '1234-1234-1234',
    source: '/mycontext/subcontext',
  }
  const data = { message: 'Hello World!' }

  test.each(['application/json', 'application/json; charset=utf-8'])('binary, %s', (contentType) => {
    const read = binary({ ...asHeaders(attributes), 'content-type': contentType }, JSON.stringify(data))
    expect(read).toMatchObject({ ok: true, mode: 'binary' })
    expect(only(read)).toEqual({ index: 0, event: { ...attributes, datacontenttype: contentType, data } })
  })

  test.each(['application/cloudevents+json', 'Application/CloudEvents+JSON; charset=utf-8'])(
    'structured, %s',
    (contentType) => {
      const event = { ...attributes, datacontenttype: 'application/json', data }
      const read = structured(event, contentType)
      expect(read).toMatchObject({ ok: true, mode: 'structured' })
      expect(only(read)).toEqual({ index: 0, event })
    },
  )

  test.each([
    ['text/plain; charset=us-ascii', 'Hello, World!', { data: 'Hello, World!' }],
    ['text/plain; charset=utf-8', 'Hello, 🌎!', { data: 'Hello, 🌎!' }],
    ['application/json; charset=utf-8', '"Hello, 🌎!"', { data: 'Hello, 🌎!' }],
    ['application/json; charset=utf-8', '["Hello","🌎!"]', { data: ['Hello', '🌎!'] }],
    ['application/xml; charset=utf-8', '<msg>Hello, 🌎!</msg>', { data: '<msg>Hello, 🌎!</msg>' }],
    ['image/png', '\x01\x02', { data_base64: 'AQI=' }],
  ])('data of %s', (contentType, body, carried) => {
    const read = binary({ ...asHeaders(WHOLE), 'content-type': contentType }, body)
    expect(only(read)).toEqual({ index: 0, event: { ...WHOLE, datacontenttype: contentType, ...carried } })
  })
})

describe('the mode', () => {
  test.each([
    ['application/cloudevents+xml', 415],
    ['application/cloudevents-batch+avro', 415],
    ['application/cloudevents', 415],
    ['application/cloudevents+json; charset=iso-8859-1', 415],
    ['application/json', 415],
    ['text/csv', 415],
  ])('%s without ce- headers is refused with %i', (contentType, status) => {
    expect(structured(WHOLE, contentType)).toMatchObject({ ok: false, status })
  })

  test('an empty batch is a batch', () => {
    expect(batch([])).toEqual({ ok: true, mode: 'batch', events: [] })
  })

  test('a batch holds 1,000 events and not one more', () => {
    expect(batch(Array(1_000).fill(WHOLE))).toMatchObject({ ok: true })
    expect(batch(Array(1_001).fill(WHOLE))).toMatchObject({ ok: false, status: 413 })
  })

  test.each([
    ['application/cloudevents+json', '{'],
    ['application/cloudevents+json', '[]'],
    ['application/cloudevents+json', '7'],
    ['application/cloudevents+json', ''],
    ['application/cloudevents-batch+json', '{}'],
  ])('%s with the body %s cannot be taken apart', (contentType, body) => {
    const read = readCloudEvents(new Headers({ 'content-type': contentType }), bytes(body))
    expect(read).toMatchObject({ ok: false, status: 400 })
  })

  test('bytes that are not UTF-8 cannot be taken apart', () => {
    const headers = new Headers({ 'content-type': 'application/cloudevents+json' })
    expect(readCloudEvents(headers, Uint8Array.of(0x22, 0xc0, 0xa0, 0x22))).toMatchObject({ status: 400 })
    expect(binary(asHeaders(WHOLE), '{')).toMatchObject({ status: 400 })
  })
})

describe('a broken event', () => {
  test('spoils no other of its batch and keeps its index, id and source', () => {
    const read = batch([WHOLE, { ...WHOLE, type: '' }, 7, { ...WHOLE, id: '8' }])
    expect(read).toEqual({
      ok: true,
      mode: 'batch',
      events: [
        { index: 0, event: WHOLE },
        { index: 1, invalid: 'type is empty', id: '7', source: '/till/3', raw: { ...WHOLE, type: '' } },
        { index: 2, invalid: 'not a JSON object', id: null, source: null, raw: 7 },
        { index: 3, event: { ...WHOLE, id: '8' } },
      ],
    })
  })

  test.each([
    [{ id: undefined }, 'id is missing'],
    [{ id: null }, 'id is missing'],
    [{ id: '' }, 'id is empty'],
    [{ id: 7 }, 'id is not text'],
    [{ source: undefined }, 'source is missing'],
    [{ source: 'till 3' }, 'source is not a URI reference (RFC 3986)'],
    [{ type: undefined }, 'type is missing'],
    [{ specversion: undefined }, 'specversion is missing'],
    [{ specversion: '9.9' }, 'specversion is not 1.0'],
    [{ specversion: '0.3' }, 'specversion is not 1.0'],
    [{ subject: '' }, 'subject is empty'],
    [{ time: 'yesterday' }, 'time is not an RFC 3339 time'],
    [{ time: '2026-11-21T09:30:00' }, 'time is not an RFC 3339 time'],
    [{ dataschema: '/relative' }, 'dataschema is not an absolute URI'],
    [{ datacontenttype: 'json' }, 'datacontenttype is not a media type'],
    [{ myExtension: 'x' }, '"myExtension" is no attribute name: only a-z and 0-9'],
    [{ ext: { a: 1 } }, 'ext is neither text, boolean nor a 32-bit integer'],
    [{ ext: 2 ** 31 }, 'ext is neither text, boolean nor a 32-bit integer'],
    [{ ext: 'a\nb' }, 'ext holds a control character'],
    [{ data: 1, data_base64: 'AQ==' }, 'data and data_base64 exclude each other'],
    [{ data_base64: 'A' }, 'data_base64 is not Base64'],
    [{ datacontenttype: 'application/json', data_base64: 'AQ==' }, 'data_base64 is not application/json'],
  ])('%j is refused', (change, reason) => {
    expect(reasonOf(structured({ ...WHOLE, ...change }))).toBe(reason)
  })

  test.each([{ subject: null }, { data: null, data_base64: null }, { ext: null }])(
    'null is absent: %j',
    (nulls) => {
      expect(only(structured({ ...WHOLE, ...nulls }))).toEqual({ index: 0, event: WHOLE })
    },
  )

  test('what jsonb cannot hold is refused, and what is kept of it can be held', () => {
    const read = structured({ ...WHOLE, data: { a: 'x\0y', '\ud800': 1 } })
    expect(only(read)).toMatchObject({
      invalid: expect.stringContaining('U+0000'),
      raw: { data: { a: 'x\ufffdy', '\ufffd': 1 } },
    })
    const deep = `{"specversion":"1.0","id":"7","source":"/","type":"t","data":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    const headers = new Headers({ 'content-type': 'application/cloudevents+json' })
    expect(reasonOf(readCloudEvents(headers, bytes(deep)))).toContain('64 levels')
  })

  test('Base64 of JSON is the JSON', () => {
    const event = { ...WHOLE, datacontenttype: 'application/json' }
    expect(only(structured({ ...event, data_base64: btoa('{"a":1}') }))).toEqual({
      index: 0,
      event: { ...event, data: { a: 1 } },
    })
  })
})

describe('headers', () => {
  const subjectOf = (value: string) => {
    const item = only(binary({ ...asHeaders(WHOLE), 'ce-subject': value }))
    return item && 'event' in item ? item.event.subject : item?.invalid
  }

  test.each([
    ['Euro%20%E2%82%AC%20%F0%9F%98%80', 'Euro € 😀'],
    ['Euro%20%e2%82%ac', 'Euro €'],
    ['%2541', '%41'],
    ['"with \\"quotes\\" and space"', 'with "quotes" and space'],
    ['plain', 'plain'],
    ['%C0%A0', 'ce-subject is not percent-encoded UTF-8'],
    ['100%', 'ce-subject is not percent-encoded UTF-8'],
    ['%zz', 'ce-subject is not percent-encoded UTF-8'],
    ['a%00b', 'subject holds a control character'],
  ])('%s says %s', (value, said) => {
    expect(subjectOf(value)).toBe(said)
  })

  test.each(['ce-datacontenttype', 'ce-data'])('%s must not be sent', (name) => {
    expect(reasonOf(binary({ ...asHeaders(WHOLE), [name]: 'application/json' }))).toContain(
      'must not be sent',
    )
  })

  test.each(['specversion', 'id', 'source', 'type'])('ce-%s is asked for', (name) => {
    const { [`ce-${name}`]: _, ...headers } = asHeaders(WHOLE)
    expect(reasonOf(binary(headers))).toBe(`${name} is missing`)
  })

  test('a message without body has no data', () => {
    const { event } = only(binary(asHeaders(WHOLE), '')) as { event: CloudEvent }
    expect('data' in event).toBe(false)
  })
})

const attribute = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((text) => !/[\p{Cc}\p{Surrogate}]/u.test(text))
const eventArbitrary = fc
  .record({
    id: attribute,
    source: fc.constantFrom('/till/3', 'https://shop.example/a?b=%20#c', 'urn:x:1'),
    type: attribute,
    subject: attribute,
    time: fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }),
    data: fc
      .object({ key: attribute, values: [attribute, fc.integer(), fc.boolean()], maxDepth: 3 })
      .map((data) => JSON.parse(JSON.stringify(data))),
  })
  .map(toCloudEvent)

test('what is written in any mode is read back the same', () => {
  fc.assert(
    fc.property(fc.array(eventArbitrary, { maxLength: 4 }), (events) => {
      const many = writeCloudEvents(events)
      expect(readCloudEvents(new Headers(many.headers), bytes(many.body))).toEqual({
        ok: true,
        mode: 'batch',
        events: events.map((event, index) => ({ index, event })),
      })
      for (const event of events) {
        const one = writeCloudEvent(event)
        expect(only(readCloudEvents(new Headers(one.headers), bytes(one.body)))).toEqual({ index: 0, event })
        const headers = new Headers(writeCloudEventHeaders(event))
        expect(only(readCloudEvents(headers, bytes(JSON.stringify(event.data))))).toEqual({ index: 0, event })
      }
    }),
  )
})
