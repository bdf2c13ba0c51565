import fc, { type Arbitrary } from 'fast-check'
import type { JsonSchema } from '@/app/api/openapi.json/document-types'

/** What a value may be made of besides its schema: real things by the name of the property, and free text. */
export type Words = { named: (name: string) => Arbitrary<unknown> | undefined; text: Arbitrary<string> }

const FORMATS: Record<string, Arbitrary<unknown>> = {
  uuid: fc.uuid(),
  email: fc.stringMatching(/^[a-z]{1,8}@example\.com$/),
  uri: fc.webUrl(),
  date: fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map(day),
  'date-time': fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** Values that a JSON Schema, as our document has them, lets pass (nearly always: patterns may ask for more). */
export function arbitraryOf(schema: JsonSchema, words: Words, name = ''): Arbitrary<unknown> {
  const real = words.named(name)
  const made = anyOf(schema, words, name)
  return real && isText(schema) ? fc.oneof({ weight: 3, arbitrary: real }, made) : made
}

const isText = (schema: JsonSchema): boolean =>
  schema.type === 'string' && !schema.enum && !('const' in schema)

function anyOf(schema: JsonSchema, words: Words, name: string): Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  const options = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined
  if (options) return fc.oneof(...options.map((option) => arbitraryOf(option, words, name)))
  if (Array.isArray(schema.allOf))
    return fc
      .tuple(...(schema.allOf as JsonSchema[]).map((part) => arbitraryOf(part, words, name)))
      .map((parts) => Object.assign({}, ...parts))
  switch (schema.type) {
    case 'object':
      return objectOf(schema, words)
    case 'array':
      return arrayOf(schema, words, name)
    case 'string':
      return textOf(schema, words)
    case 'integer':
    case 'number':
      return numberOf(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.oneof(words.text, fc.integer(), fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }))
  }
}

function objectOf(schema: JsonSchema, words: Words): Arbitrary<unknown> {
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, arbitraryOf(property, words, name)]),
  )
  const requiredKeys = ((schema.required ?? []) as string[]).filter((name) => name in model)
  const more = schema.additionalProperties
  const known = fc.record(model, { requiredKeys })
  if (Object.keys(model).length > 0 || typeof more !== 'object' || more === null) return known
  return fc.dictionary(words.text, arbitraryOf(more as JsonSchema, words), { maxKeys: 3 })
}

function arrayOf(schema: JsonSchema, words: Words, name: string): Arbitrary<unknown> {
  const items = (schema.items ?? {}) as JsonSchema
  const tuple = schema.prefixItems as JsonSchema[] | undefined
  if (tuple) return fc.tuple(...tuple.map((item) => arbitraryOf(item, words, name)))
  const minLength = Number(schema.minItems ?? 0)
  const maxLength = Math.max(minLength, Math.min(Number(schema.maxItems ?? 3), 3))
  return fc.array(arbitraryOf(items, words, name), { minLength, maxLength })
}

function textOf(schema: JsonSchema, words: Words): Arbitrary<unknown> {
  const format = FORMATS[String(schema.format ?? '')]
  if (format) return format
  const matching = typeof schema.pattern === 'string' && textMatching(schema.pattern)
  if (matching) return matching
  const minLength = Number(schema.minLength ?? 0)
  const maxLength = Number(schema.maxLength ?? 2_000)
  return words.text.map((text) => text.slice(0, maxLength).padEnd(minLength, 'x'))
}

function textMatching(pattern: string): Arbitrary<string> | undefined {
  try {
    return fc.stringMatching(new RegExp(pattern))
  } catch {
    // Look-aheads and the like: fast-check does not draw from them.
    return undefined
  }
}

function numberOf(schema: JsonSchema): Arbitrary<unknown> {
  const least = Number(
    schema.minimum ?? (schema.exclusiveMinimum === undefined ? -1_000 : schema.exclusiveMinimum),
  )
  const most = Number(schema.maximum ?? schema.exclusiveMaximum ?? Math.max(1_000, least + 1_000))
  const min = Math.ceil(least) + (schema.exclusiveMinimum === undefined ? 0 : 1)
  const max = Math.max(min, Math.floor(Math.min(most, Number.MAX_SAFE_INTEGER)))
  return fc.oneof(fc.integer({ min, max: Math.min(max, min + 20) }), fc.constantFrom(min, max))
}
