type Schema = Record<string, unknown>

const LEAST = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties']
const MOST = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties']
// Whether one pattern takes all that another takes is not decided here: any other one is narrower.
const OPAQUE = ['pattern', 'format', 'not', 'multipleOf', 'uniqueItems', 'propertyNames']

/**
 * What a change of a published schema breaks, one line each; empty when it is compatible.
 *
 * `in`, for what others tell us: BACKWARD, the new schema takes all that the old one took, for tills and scanners are
 * updated years after us and the ledger is read again for ever. `out`, for what we tell: FORWARD, everything we now say
 * fits what readers were promised. A property that is gone breaks both. A new one breaks neither: a name outside the
 * schema was never promised to anybody.
 */
export function breakingChanges(published: Schema, current: Schema, direction: 'in' | 'out'): string[] {
  const [writer, reader] = direction === 'in' ? [published, current] : [current, published]
  return [...new Set([...lost(published, current, ''), ...narrowings(writer, reader, '')])]
}

function lost(published: Schema, current: Schema, path: string): string[] {
  const now = propertiesOf(current)
  const inItems = published.items && current.items
  return [
    ...Object.entries(propertiesOf(published)).flatMap(([name, schema]) => {
      const kept = now[name]
      return kept ? lost(schema, kept, `${path}/${name}`) : [`${path}/${name} is gone`]
    }),
    ...(inItems ? lost(published.items as Schema, current.items as Schema, `${path}/*`) : []),
  ]
}

/** What the writer may send and the reader refuses. */
function narrowings(writer: Schema, reader: Schema, path: string): string[] {
  return alternatives(writer).flatMap((sent) => {
    const refusals = alternatives(reader).map((taken) => narrower(sent, taken, path))
    return refusals.reduce((fewest, next) => (next.length < fewest.length ? next : fewest))
  })
}

function alternatives(schema: Schema): [Schema, ...Schema[]] {
  const { anyOf, ...rest } = schema
  if (!Array.isArray(anyOf)) return [rest]
  const [first = {}, ...more] = (anyOf as Schema[]).map((choice) => ({
    ...rest,
    ...choice,
    required: [...requiredOf(rest), ...requiredOf(choice)],
    properties: { ...propertiesOf(rest), ...propertiesOf(choice) },
  }))
  return [first, ...more]
}

function narrower(writer: Schema, reader: Schema, path: string): string[] {
  const at = path || '/'
  const limits = [
    ...LEAST.filter((word) => Number(reader[word] ?? -Infinity) > Number(writer[word] ?? -Infinity)),
    ...MOST.filter((word) => Number(reader[word] ?? Infinity) < Number(writer[word] ?? Infinity)),
    ...OPAQUE.filter((word) => word in reader && !isSame(reader[word], writer[word])),
    ...(reader.additionalProperties === false && writer.additionalProperties !== false
      ? ['additionalProperties']
      : []),
  ]
  return [
    ...narrowerType(writer, reader, at),
    ...narrowerValues(writer, reader, at),
    ...limits.map((word) => `${at} ${word}: sent ${said(writer[word])}, taken ${said(reader[word])}`),
    ...requiredOf(reader)
      .filter((name) => !requiredOf(writer).includes(name))
      .map((name) => `${path}/${name} is required, and may be left out`),
    ...inner(writer, reader, path),
  ]
}

function inner(writer: Schema, reader: Schema, path: string): string[] {
  const taken = propertiesOf(reader)
  const properties = Object.entries(propertiesOf(writer)).flatMap(([name, schema]) =>
    narrowings(schema, taken[name] ?? {}, `${path}/${name}`),
  )
  if (reader.items === undefined) return properties
  return [...properties, ...narrowings((writer.items ?? {}) as Schema, reader.items as Schema, `${path}/*`)]
}

function narrowerType(writer: Schema, reader: Schema, at: string): string[] {
  if (reader.type === undefined) return []
  const taken: unknown[] = [reader.type].flat()
  const refused = (type: unknown) =>
    !(taken.includes(type) || (type === 'integer' && taken.includes('number')))
  const sent: unknown[] = [writer.type].flat()
  if (!sent.some(refused)) return []
  return [`${at} type: sent ${said(writer.type)}, taken ${said(reader.type)}`]
}

function narrowerValues(writer: Schema, reader: Schema, at: string): string[] {
  const taken = valuesOf(reader)
  if (!taken) return []
  const sent = valuesOf(writer)
  if (!sent) return [`${at} takes only ${said(taken)}`]
  return sent
    .filter((value) => !taken.some((one) => isSame(one, value)))
    .map((value) => `${at} no longer takes ${said(value)}`)
}

const valuesOf = (schema: Schema) =>
  'const' in schema ? [schema.const] : (schema.enum as unknown[] | undefined)
const propertiesOf = (schema: Schema) => (schema.properties ?? {}) as Record<string, Schema>
const requiredOf = (schema: Schema) => (schema.required ?? []) as string[]
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const said = (value: unknown) => (value === undefined ? 'anything' : JSON.stringify(value))
