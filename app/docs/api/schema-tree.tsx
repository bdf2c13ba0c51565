import type { JsonSchema } from '@/app/api/openapi.json/document-types'
import { Words } from '../words'

/** What a value is made of: a line for each property, what is inside it folded away. */
export function SchemaTree({ schema, depth = 0 }: { schema: JsonSchema; depth?: number }) {
  const { properties, required = [] } = innermost(schema)
  if (!properties) return <p className="text-sm">{wordsOf(schema)}</p>
  return (
    <ul className={depth > 0 ? 'border-line border-l pl-3' : ''}>
      {Object.entries(properties).map(([name, property]) => (
        <li key={name} className="border-line border-b py-1.5 text-sm last:border-b-0">
          <Property name={name} property={property} isRequired={required.includes(name)} depth={depth} />
        </li>
      ))}
    </ul>
  )
}

type Shown = { name: string; property: JsonSchema; isRequired: boolean; depth: number }

function Property({ name, property, isRequired, depth }: Shown) {
  const line = (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <code className="font-mono text-xs">{name}</code>
      <span className="text-ink-soft text-xs">
        {wordsOf(property)}
        {isRequired ? '' : ', may be left out'}
      </span>
      {typeof property.description === 'string' ? (
        <span className="text-xs">
          <Words text={property.description} />
        </span>
      ) : null}
    </span>
  )
  if (!innermost(property).properties) return line
  return (
    <details open={depth < 1}>
      <summary className="cursor-pointer">{line}</summary>
      <SchemaTree schema={property} depth={depth + 1} />
    </details>
  )
}

type Innermost = { properties?: Record<string, JsonSchema>; required?: string[] }

/** The object behind a list, or behind the choice between it and nothing. */
function innermost(schema: JsonSchema): Innermost {
  if (schema.properties) return schema as Innermost
  if (schema.items) return innermost(schema.items as JsonSchema)
  const options = (schema.anyOf ?? schema.oneOf ?? []) as JsonSchema[]
  return options.map(innermost).find(({ properties }) => properties) ?? {}
}

function wordsOf(schema: JsonSchema): string {
  const options = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined
  if (options) return [...new Set(options.map(wordsOf))].join(' or ')
  if ('const' in schema) return JSON.stringify(schema.const)
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => JSON.stringify(one)).join(' or ')
  if (schema.items) return `list of ${wordsOf(schema.items as JsonSchema)}`
  const bounds = [
    schema.format,
    schema.minimum !== undefined && Number(schema.minimum) > -(2 ** 52) && `from ${schema.minimum}`,
    schema.maximum !== undefined && Number(schema.maximum) < 2 ** 52 && `to ${schema.maximum}`,
    schema.minLength !== undefined && `at least ${schema.minLength} characters`,
    schema.maxLength !== undefined && `at most ${schema.maxLength} characters`,
    schema.default !== undefined && `${JSON.stringify(schema.default)} unless said`,
  ].filter(Boolean)
  return [String(schema.type ?? 'anything'), ...bounds].join(', ')
}
