import { expect, test } from 'vitest'
import { breakingChanges } from './breaking-changes'

const published = {
  type: 'object',
  properties: {
    site: { type: 'string', minLength: 1, maxLength: 64 },
    quantity: { type: 'integer', minimum: 1, maximum: 100 },
    reason: { type: 'string', enum: ['damage', 'theft'] },
    lot: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    code: { type: 'string', pattern: '^[0-9]+$' },
    lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
  },
  required: ['site', 'quantity'],
}
const { properties } = published
const withProperty = (name: string, schema: unknown) => ({
  ...published,
  properties: { ...properties, [name]: schema },
})
const withoutLot = { ...published, properties: { ...properties, lot: undefined } }

const other: [string, Record<string, unknown>, string][] = [
  ['a type is another', withProperty('site', { type: 'integer' }), '/site type'],
  ['a number becomes text', withProperty('quantity', { type: 'string' }), '/quantity type'],
  ['a pattern is another', withProperty('code', { type: 'string', pattern: '^[0-9]{3}$' }), '/code pattern'],
]

const narrower: [string, Record<string, unknown>, string][] = [
  ['a field more is required', { ...published, required: ['site', 'quantity', 'lot'] }, '/lot is required'],
  ['null is refused', withProperty('lot', { type: 'string' }), '/lot type'],
  ['a value of an enum is gone', withProperty('reason', { type: 'string', enum: ['damage'] }), '"theft"'],
  [
    'free text becomes an enum',
    withProperty('site', { ...properties.site, enum: ['A'] }),
    '/site takes only',
  ],
  [
    'free text becomes a constant',
    withProperty('site', { ...properties.site, const: 'A' }),
    '/site takes only',
  ],
  [
    'a lower limit rises',
    withProperty('quantity', { ...properties.quantity, minimum: 2 }),
    '/quantity minimum',
  ],
  ['an upper limit falls', withProperty('quantity', { ...properties.quantity, maximum: 99 }), 'maximum'],
  ['a text gets shorter', withProperty('site', { ...properties.site, maxLength: 63 }), '/site maxLength'],
  [
    'a limit is new',
    withProperty('lot', { anyOf: [{ type: 'string', maxLength: 9 }, { type: 'null' }] }),
    '/lot',
  ],
  ['a format is new', withProperty('site', { ...properties.site, format: 'uri' }), '/site format'],
  ['a value is excluded', withProperty('quantity', { ...properties.quantity, not: { const: 5 } }), 'not'],
  ['unknown names are refused', { ...published, additionalProperties: false }, 'additionalProperties'],
  [
    'one of two fields is asked for',
    { ...published, anyOf: [{ required: ['lot'] }, { required: ['code'] }] },
    '/',
  ],
  [
    'an item of a list is narrower',
    withProperty('lines', {
      type: 'array',
      items: { type: 'object', properties: { sku: { type: 'string', maxLength: 5 } } },
    }),
    '/lines/*/sku maxLength',
  ],
]

const wider: [string, Record<string, unknown>][] = [
  ['a field is no longer required', { ...published, required: ['site'] }],
  ['an integer may be any number', withProperty('quantity', { type: 'number', minimum: 1, maximum: 100 })],
  ['null is taken', withProperty('site', { anyOf: [properties.site, { type: 'null' }] })],
  [
    'an enum has a value more',
    withProperty('reason', { type: 'string', enum: ['damage', 'theft', 'found'] }),
  ],
  ['an enum becomes free text', withProperty('reason', { type: 'string' })],
  ['limits are wider', withProperty('quantity', { type: 'integer', minimum: 0, maximum: 101 })],
  ['a pattern is gone', withProperty('code', { type: 'string' })],
]

const harmless: [string, Record<string, unknown>][] = [
  ['nothing changes', published],
  ['an optional field is new', withProperty('note', { type: 'string' })],
  ['the words are others', withProperty('site', { ...properties.site, description: 'The site.' })],
]

test.each([...other, ...narrower])('what others tell us breaks when %s', (_, current, words) => {
  expect(breakingChanges(published, current, 'in')).toContainEqual(expect.stringContaining(words))
})

test.each([...wider, ...harmless])('what others tell us goes on when %s', (_, current) => {
  expect(breakingChanges(published, current, 'in')).toEqual([])
})

test.each<[string, Record<string, unknown>, ...unknown[]]>([...other, ...wider])(
  'what we tell breaks when %s',
  (_, current) => {
    expect(breakingChanges(published, current, 'out')).not.toEqual([])
  },
)

test.each<[string, Record<string, unknown>, ...unknown[]]>([...narrower, ...harmless])(
  'what we tell goes on when %s',
  (_, current) => {
    expect(breakingChanges(published, current, 'out')).toEqual([])
  },
)

test.each(['in', 'out'] as const)('a field that is gone breaks (%s)', (direction) => {
  expect(breakingChanges(published, JSON.parse(JSON.stringify(withoutLot)), direction)).toEqual([
    '/lot is gone',
  ])
})

test('an inner field that is gone breaks', () => {
  const current = withProperty('lines', { type: 'array', items: { type: 'object', properties: {} } })
  expect(breakingChanges(published, current, 'in')).toEqual(['/lines/*/sku is gone'])
})

test('a new required field breaks what others tell us only', () => {
  const current = { ...withProperty('note', { type: 'string' }), required: ['site', 'quantity', 'note'] }
  expect(breakingChanges(published, current, 'in')).toEqual(['/note is required, and may be left out'])
  expect(breakingChanges(published, current, 'out')).toEqual([])
})
