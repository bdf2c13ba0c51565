import { type ZodType, z } from 'zod'

type Schema = {
  type?: string
  const?: unknown
  enum?: unknown[]
  default?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  format?: string
  minLength?: number
  minimum?: number
  exclusiveMinimum?: number
}
export type Known = Record<string, unknown>

const FORMATS: Record<string, string> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  date: '2026-11-21',
  'date-time': '2026-11-21T12:00:00Z',
  email: 'somebody@example.com',
  uri: 'https://somewhere.example/',
}

/**
 * Something that a schema of ours takes, as small as it may be; members and values whose names are known are what they are
 * known to be.
 */
export function sampleOf(schema: ZodType, known: Known = {}): unknown {
  return sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema, known)
}

function sample(schema: Schema, known: Known): unknown {
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (choice) return sample(choice, known)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sample(part, known)))
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.type === 'object') return object(schema, known)
  if (schema.type === 'array') {
    const items = Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () =>
      sample(schema.items ?? {}, known),
    )
    return items
  }
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number')
    return schema.minimum ?? (schema.exclusiveMinimum === undefined ? 1 : schema.exclusiveMinimum + 1)
  if (schema.type === 'string') return FORMATS[schema.format ?? ''] ?? 'x'.repeat(schema.minLength ?? 1)
  return schema.default ?? null
}

function object({ properties = {}, required = [] }: Schema, known: Known): Record<string, unknown> {
  const wanted = Object.keys(properties).filter((name) => required.includes(name) || name in known)
  return Object.fromEntries(
    wanted.map((name) => {
      const given = known[name]
      const asked = properties[name] ?? {}
      return [name, fits(given, asked) ? given : sample(asked, known)]
    }),
  )
}

const fits = (given: unknown, { type, enum: choices }: Schema): boolean =>
  given !== undefined &&
  (choices === undefined || choices.includes(given)) &&
  (type === undefined || typeof given === JS_TYPES[type])
const JS_TYPES: Record<string, string> = {
  ...{ string: 'string', integer: 'number', number: 'number', boolean: 'boolean' },
  ...{ array: 'object', object: 'object' },
}
