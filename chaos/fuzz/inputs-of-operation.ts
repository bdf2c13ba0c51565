import fc, { type Arbitrary } from 'fast-check'
import type { DescribedOperation, DescribedParameter } from '@/app/api/openapi.json/document-types'
import { arbitraryOf, type Words } from './arbitrary-of-schema'
import { oddText, oddValue, spoiled } from './odd-values'

/** A request as it goes over the wire. */
export type Input = { path: string; headers: Record<string, string>; body?: string }

/** Segments that leave the address that they were put into; what answers then is another door. */
const ATTACKS = [
  '..',
  '.',
  '%2e%2e',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%00',
  'a%00b',
  '%',
  '%zz',
  '%c0%ae',
  '%ed%a0%80',
  '%252e',
  "'",
  '%27%20OR%201=1--',
  '%0d%0aset-cookie:x=1',
  ';x=1',
  'y'.repeat(6_000),
]
const TYPES = [
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  '',
  'application/json; charset=utf-16',
]

/** Requests to a door: right ones, nearly right ones, and wild ones. */
export function inputsOf(path: string, operation: DescribedOperation, words: Words): Arbitrary<Input> {
  const of = (place: string) => operation.parameters.filter((parameter) => parameter.in === place)
  return fc
    .tuple(
      pathOf(path, of('path'), words),
      queryOf(of('query'), words),
      headersOf(of('header')),
      bodyOf(operation, words),
    )
    .map(([address, query, headers, { body, type }]) => ({
      path: query === '' ? address : `${address}?${query}`,
      headers: { ...headers, ...(type === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body }),
    }))
}

/** The same, all right, for a house that is to be filled. */
export function rightInputsOf(path: string, operation: DescribedOperation, words: Words): Arbitrary<Input> {
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
  const parts = operation.parameters.filter((parameter) => parameter.in === 'path')
  const values = fc.tuple(...parts.map(({ name, schema }) => arbitraryOf(schema, words, name)))
  const body = content?.schema ? arbitraryOf(content.schema, words) : fc.constant(undefined)
  return fc
    .tuple(values, fc.record({ 'idempotency-key': fc.uuid() }), body)
    .map(([given, headers, value]) => ({
      path: filled(
        path,
        parts,
        given.map((one) => encodeURIComponent(String(one))),
      ),
      headers: { ...headers, ...(type === undefined ? {} : { 'content-type': type }) },
      ...(value === undefined ? {} : { body: JSON.stringify(value) }),
    }))
}

const filled = (path: string, parts: DescribedParameter[], values: string[]): string =>
  parts.reduce((address, { name }, at) => address.replace(`{${name}}`, () => values[at] ?? ''), path)

function pathOf(path: string, parts: DescribedParameter[], words: Words): Arbitrary<string> {
  const segment = ({ name, schema }: DescribedParameter) =>
    fc.oneof(
      { weight: 8, arbitrary: arbitraryOf(schema, words, name).map((value) => escaped(String(value))) },
      { weight: 1, arbitrary: fc.constantFrom(...ATTACKS) },
      { weight: 1, arbitrary: oddText.map((text) => escaped(text.slice(0, 3_000))) },
    )
  return fc.tuple(...parts.map(segment)).map((values) => filled(path, parts, values))
}

function queryOf(parameters: DescribedParameter[], words: Words): Arbitrary<string> {
  const value = ({ name, schema }: DescribedParameter) =>
    fc.oneof(
      { weight: 8, arbitrary: arbitraryOf(schema, words, name).map(plain) },
      { weight: 1, arbitrary: oddText.map((text) => text.slice(0, 3_000)) },
    )
  const model = Object.fromEntries(parameters.map((parameter) => [parameter.name, value(parameter)]))
  const requiredKeys = parameters.filter(({ required }) => required).map(({ name }) => name)
  const right = fc.record(model, { requiredKeys })
  const partly = fc.record(model, { requiredKeys: [] })
  const more = fc.dictionary(
    oddText.map((text) => text.slice(0, 100)),
    oddText.map((text) => text.slice(0, 100)),
    {
      maxKeys: 2,
    },
  )
  return fc.oneof(
    { weight: 8, arbitrary: right.map(written) },
    { weight: 1, arbitrary: partly.map(written) },
    {
      weight: 1,
      arbitrary: fc.tuple(right, more).map(([one, other]) => `${written(one)}&${written(other)}`),
    },
    { weight: 1, arbitrary: right.map((one) => `${written(one)}&${written(one)}&%zz=%&site[]=1&&=`) },
  )
}

const plain = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))
const written = (query: object): string =>
  Object.entries(query)
    .map(([name, value]) => `${escaped(name)}=${escaped(String(value))}`)
    .join('&')
// Half of a pair has no UTF-8, and so cannot be escaped.
const wellFormed = (text: string): string => Buffer.from(text).toString()
const escaped = (text: string): string => encodeURIComponent(wellFormed(text))

function headersOf(parameters: DescribedParameter[]): Arbitrary<Record<string, string>> {
  const text = fc.oneof(
    { weight: 5, arbitrary: fc.stringMatching(/^[A-Za-z0-9-]{8,20}$/) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '"', '"a', '"a";b', 'x'.repeat(300), '\u00e9', '?1', 'null'),
    },
  )
  const model = Object.fromEntries(parameters.map(({ name }) => [name.toLowerCase(), text]))
  const requiredKeys = parameters.filter(({ required }) => required).map(({ name }) => name.toLowerCase())
  const odd = fc.constantFrom<Record<string, string>>(
    {},
    {},
    {},
    { accept: 'text/csv' },
    { accept: 'application/xml' },
    { traceparent: '00-zz' },
    { 'content-encoding': 'gzip' },
    { 'if-match': '"0"' },
    { 'if-none-match': '*' },
  )
  return fc.tuple(fc.record(model, { requiredKeys }), odd).map(([own, more]) => ({ ...own, ...more }))
}

type Body = { body?: string; type?: string }

function bodyOf({ requestBody }: DescribedOperation, words: Words): Arbitrary<Body> {
  if (!requestBody) return fc.constantFrom<Body>({}, {}, {}, { body: '{}', type: 'application/json' })
  const kinds = Object.entries(requestBody.content).map(([type, { schema }]): Arbitrary<Body> => {
    const right = schema ? arbitraryOf(schema, words) : bytes(type, words)
    const said = (value: unknown): Body => ({
      body: typeof value === 'string' && !schema ? value : (JSON.stringify(value) ?? ''),
      type,
    })
    const isJson = /[/+]json$/.test(type)
    return fc.oneof(
      { weight: 5, arbitrary: right.map(said) },
      { weight: 6, arbitrary: isJson && schema ? right.chain(spoiled).map(said) : oddText.map(said) },
      { weight: 2, arbitrary: oddValue.map(said) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('', '{', '[', '{"a":', '\ufeff{}', 'nul').map((body) => ({ body, type })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(right, fc.constantFrom(...TYPES))
          .map(([value, other]) => ({ ...said(value), type: other })),
      },
      { weight: 1, arbitrary: fc.constant<Body>({}) },
    )
  })
  return fc.oneof(...kinds)
}

/** Bodies that the document describes only by their type: stock events, and tables. */
function bytes(type: string, words: Words): Arbitrary<unknown> {
  const named = (name: string) => words.named(name) ?? words.text
  if (type === 'text/csv')
    return fc
      .tuple(
        fc.array(fc.tuple(named('sku'), fc.constantFrom('2025-01-02', 'x'), fc.integer()), { maxLength: 4 }),
        named('code'),
      )
      .map(([rows, code]) =>
        ['sku,day,quantity,bin', ...rows.map((row) => `${row.join(',')},${code}`)].join('\n'),
      )
  const event = fc
    .record({
      specversion: fc.constant('1.0'),
      id: fc.uuid(),
      source: words.text.map((text) => `/fuzz/${encodeURIComponent(wellFormed(text.slice(0, 30)))}`),
      type: fc
        .constantFrom('received', 'sold', 'stowed', 'moved', 'counted', 'wasted', 'picked', 'nonsense')
        .map((kind) => `stowline.inventory.${kind}.v1`),
      data: fc.record(
        {
          site: named('site'),
          sku: named('sku'),
          quantity: fc.integer({ min: -2, max: 20 }),
          bin: named('code'),
          fromBin: named('code'),
          toBin: named('code'),
          reason: words.text,
          lot: words.text,
          observedAt: fc.constantFrom('2026-11-21T10:00:00Z', '2026-11-20T10:00:00.5+02:00'),
        },
        { requiredKeys: ['site', 'sku', 'quantity', 'observedAt'] },
      ),
    })
    .chain((right) => fc.oneof({ weight: 3, arbitrary: fc.constant<unknown>(right) }, spoiled(right)))
  return type.includes('batch') ? fc.array(event, { maxLength: 4 }) : event
}
