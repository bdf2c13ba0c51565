import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventJsonSchema, versionedType } from '@/lib/platform/event-type'
import { inventoryEventTypes, inventoryKinds } from './events'
import { parseInventoryEvent } from './parse-inventory-event'
import { upcast } from './rules/upcast'

const NOW = new Date('2026-11-21T12:00:00Z')
const told = { site: 'GROCERY-1', sku: 'MILK-1L', quantity: 3, observedAt: '2026-11-21T12:30:00+01:00' }

function sent(type: string, data: unknown, more: Record<string, unknown> = {}) {
  return parseInventoryEvent(
    { specversion: '1.0', id: 'e1', source: '/till/3', type: `stowline.inventory.${type}`, data, ...more },
    NOW,
  )
}
const reasonOf = (read: ReturnType<typeof sent>) => (read.ok ? 'read' : read.reason)

test('every kind is read, without its absent fields, and with its data as it was sent', () => {
  const data = { ...told, bin: 'A-1', toBin: 'B-1', lot: null, unknown: 'kept' }
  for (const kind of inventoryKinds.filter((kind) => kind !== 'adjusted')) {
    const toBin = ['stowed', 'moved'].includes(kind) ? 'B-1' : undefined
    const read = sent(`${kind}.v1`, data, { subject: 'MILK-1L', traceparent: '00-1' })
    expect(read).toMatchObject({
      ok: true,
      event: {
        kind,
        type: `stowline.inventory.${kind}.v1`,
        sku: 'MILK-1L',
        quantity: 3,
        bin: 'A-1',
        traceparent: '00-1',
      },
    })
    if (read.ok) expect([read.event.toBin, read.event.lot, read.event.data]).toEqual([toBin, undefined, data])
  }
})

test('version 1 comes out as version 2', () => {
  expect(sent('picked.v1', told)).toMatchObject({
    event: { type: 'stowline.inventory.picked.v1', orderNumber: null },
  })
  expect(sent('picked.v2', { ...told, orderNumber: 'SO-1' })).toMatchObject({
    event: { orderNumber: 'SO-1' },
  })
  expect(sent('adjusted.v1', { ...told, quantity: -2, reason: 'Damage' })).toMatchObject({
    event: { quantity: -2, reason: 'damage', note: undefined },
  })
  expect(sent('adjusted.v1', { ...told, reason: 'fell off' })).toMatchObject({
    event: { quantity: 3, reason: 'other', note: 'fell off' },
  })
  expect(sent('adjusted.v2', { ...told, change: -1, reason: 'theft', note: 'seen' })).toMatchObject({
    event: { quantity: -1, reason: 'theft', note: 'seen' },
  })
})

test.each([
  ['received.v1', { quantity: 0 }, 'quantity must be a whole number above 0, at most 1,000,000'],
  ['received.v1', { quantity: 1.5 }, 'quantity must be a whole number above 0, at most 1,000,000'],
  ['received.v1', { quantity: '3' }, 'quantity must be a whole number above 0, at most 1,000,000'],
  ['received.v1', { quantity: 1_000_001 }, 'quantity must be a whole number above 0, at most 1,000,000'],
  ['received.v1', { quantity: undefined }, 'quantity is missing'],
  ['received.v1', { site: undefined, observedAt: undefined }, 'site is missing; observedAt is missing'],
  ['received.v1', { sku: undefined }, 'sku or gtin is missing'],
  [
    'received.v1',
    { gtin: '1234567890129' },
    'gtin must be a GTIN of 8, 12, 13 or 14 digits with its right check digit',
  ],
  [
    'received.v1',
    { gtin: 1234567890128 },
    'gtin must be a GTIN of 8, 12, 13 or 14 digits with its right check digit',
  ],
  ['received.v1', { observedAt: '2026-11-21T12:00:00' }, 'observedAt must be a time with its offset'],
  ['received.v1', { observedAt: '2026-11-21T12:10:01Z' }, 'observedAt is more than 10 minutes in the future'],
  ['received.v1', { observedAt: '1970-01-01T00:00:00Z' }, 'observedAt is before the year 2000'],
  ['received.v1', { expiresOn: '2026-02-30' }, 'expiresOn must be a date as in 2026-12-31'],
  ['received.v1', { expiresOn: '0000-01-01' }, 'expiresOn is before the year 2000'],
  ['received.v1', { lot: '' }, 'lot must be text of 1 to 64 characters'],
  ['stowed.v1', {}, 'bin is missing'],
  ['moved.v1', { bin: 'A-1' }, 'toBin is missing'],
  ['moved.v1', { bin: 'A-1', toBin: 'A-1' }, 'bin and toBin are the same bin'],
  ['counted.v1', { bin: 'A-1', quantity: -1 }, 'quantity must be a whole number from 0 to 1,000,000'],
  [
    'adjusted.v1',
    { quantity: 0 },
    'quantity must be a whole number other than 0, at most 1,000,000 either way',
  ],
  ['adjusted.v2', { change: 1 }, 'reason is missing'],
  ['adjusted.v2', { change: 1, reason: 'mice' }, 'reason must be one of damage, theft, found'],
  ['picked.v2', {}, 'orderNumber is missing'],
  ['picked.v3', {}, 'picked is known up to v2, not v3'],
  ['shipped.v1', {}, 'stowline.inventory.shipped.v1 is not known; known are stowline.inventory.{received,'],
  ['received', {}, 'is not known'],
])('%s with %j is refused in words for the floor', (type, change, reason) => {
  expect(reasonOf(sent(type, { ...told, ...change }))).toContain(reason)
})

test('the subject agrees with the SKU, or gives it where only a GTIN is told', () => {
  expect(reasonOf(sent('sold.v1', told, { subject: 'TEA' }))).toBe('subject says TEA, data.sku says MILK-1L')
  const { sku: _, ...scanned } = { ...told, gtin: '416000336108' }
  expect(sent('sold.v1', scanned, { subject: 'MILK-1L' })).toMatchObject({
    event: { sku: 'MILK-1L', gtin: '0416000336108' },
  })
  expect(sent('sold.v1', scanned, { subject: '416000336108' })).toMatchObject({ event: { sku: undefined } })
})

test.each([undefined, null, 'text', [told]])('data that is no object is refused: %j', (data) => {
  expect(reasonOf(sent('sold.v1', data))).toContain('data must be a JSON object')
})

test('an id or source that no index could hold is refused', () => {
  expect(reasonOf(sent('sold.v1', told, { id: 'x'.repeat(256) }))).toBe('id is longer than 255 characters')
  expect(reasonOf(sent('sold.v1', told, { source: 'x'.repeat(1_025) }))).toContain('source is longer')
})

const ajv = new Ajv2020({ strict: false })
addFormats(ajv)
const word = fc.string({ minLength: 1, maxLength: 64 })
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined })
const dataArbitrary = fc.record({
  site: word,
  sku: maybe(fc.oneof(word, fc.constant(null))),
  gtin: maybe(fc.constantFrom('02345673', '1234567890128', '12345', null)),
  quantity: fc.oneof(fc.integer({ min: -2, max: 1_000_001 }), fc.constant('3')),
  change: maybe(fc.integer({ min: -2, max: 2 })),
  bin: maybe(word),
  toBin: maybe(word),
  lot: maybe(fc.oneof(word, fc.constant(null), fc.constant(''))),
  reason: maybe(fc.constantFrom('damage', 'found', 'in words')),
  orderNumber: maybe(fc.oneof(word, fc.constant(null))),
  expiresOn: maybe(fc.constantFrom('2026-12-31', 'soon')),
  observedAt: fc.constantFrom('2026-11-21T09:30:00Z', '2026-11-21T09:30:00.123+01:00', 'now'),
})

describe.each(inventoryEventTypes.map((type) => [versionedType(type), type] as const))('%s', (name, type) => {
  const validate = ajv.compile(eventJsonSchema(type))
  const latest = Math.max(
    ...inventoryEventTypes.filter((one) => one.type === type.type).map(({ version }) => version),
  )

  test('the served schema and the one that validates take and refuse the same', () => {
    fc.assert(
      fc.property(dataArbitrary, (data) => {
        const plain = JSON.parse(JSON.stringify(data))
        expect(validate(plain)).toBe(type.data.safeParse(plain).success)
      }),
      { numRuns: 300 },
    )
  })

  test('whatever it takes is upcast to the newest version, which takes it', () => {
    const newest = inventoryEventTypes.find((one) => one.type === type.type && one.version === latest)
    fc.assert(
      fc.property(dataArbitrary, (data) => {
        fc.pre(type.data.safeParse(data).success)
        const read = upcast(name, data)
        expect(read.type).toBe(`${type.type}.v${latest}`)
        expect(newest?.data.safeParse(read.data).success).toBe(true)
      }),
    )
  })

  test('says what the event and each of its fields mean', () => {
    const schema = eventJsonSchema(type) as {
      description?: string
      properties: Record<string, { description?: string }>
    }
    expect(schema.description).toBeTruthy()
    for (const property of Object.values(schema.properties)) expect(property.description).toBeTruthy()
  })
})
