import type { JsonSchema } from '@/app/api/openapi.json/document-types'

const FORMATS: Record<string, string> = {
  uuid: '0197a1c2-4d5e-7f60-8a9b-0c1d2e3f4a5b',
  email: 'ada@example.com',
  uri: 'https://example.com/hook',
  date: '2026-11-21',
  'date-time': '2026-11-21T10:15:00.000Z',
}
const NAMED: Record<string, string> = {
  site: 'GROCERY-1',
  sku: 'SKU-1',
  bin: 'A01-03-B2',
  orderNumber: '100031-0FP8',
  country: 'DE',
  currency: 'EUR',
  token: 'tok_ok',
  name: 'Ada Byron',
  phone: '+4930123456',
  language: 'en',
  line1: '1 Main Street',
  city: 'Dayton',
  postalCode: '45402',
  reason: 'damaged',
}
const DEEPEST = 8

/** A value that a schema lets pass, for people to look at; the same every time. */
export function exampleOf(schema: JsonSchema, name = '', depth = 0): unknown {
  const given = (schema.examples as unknown[] | undefined)?.[0] ?? schema.const ?? schema.default
  if (given !== undefined) return given
  if (Array.isArray(schema.enum)) return schema.enum[0]
  const options = (schema.anyOf ?? schema.oneOf ?? schema.allOf) as JsonSchema[] | undefined
  if (options?.[0]) return exampleOf(options[0], name, depth)
  if (depth > DEEPEST) return null
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).map(([key, property]) => [
          key,
          exampleOf(property, key, depth + 1),
        ]),
      )
    case 'array':
      return schema.items ? [exampleOf(schema.items as JsonSchema, name, depth + 1)] : []
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema.minimum ?? 1))
    case 'boolean':
      return true
    case 'string':
      return FORMATS[String(schema.format)] ?? NAMED[name] ?? '…'
    default:
      return null
  }
}
