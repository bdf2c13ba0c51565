import { z } from 'zod'

/** What of a shape's JSON Schema says which columns it makes. */
type Shape = { type?: unknown; properties?: Record<string, Shape>; anyOf?: Shape[] }

/** The columns of a shape: its members, those of objects in it named by dots. */
export function columnsOf(item: z.ZodType): string[] {
  return membersOf(z.toJSONSchema(item, { unrepresentable: 'any', reused: 'inline' }) as Shape)
}

function membersOf(shape: Shape): string[] {
  const { properties } = withoutNull(shape)
  return Object.entries(properties ?? {}).flatMap(([name, member]) => {
    const inner = membersOf(member)
    return inner.length > 0 ? inner.map((path) => `${name}.${path}`) : [name]
  })
}

function withoutNull(shape: Shape): Shape {
  const others = shape.anyOf?.filter(({ type }) => type !== 'null') ?? []
  return others.length === 1 && others[0] ? others[0] : shape
}

/** An item's cells in the order of these columns. */
export function rowOf(item: unknown, columns: readonly string[]): string[] {
  return columns.map((column) =>
    cellOf(column.split('.').reduce<unknown>((value, name) => memberOf(value, name), item)),
  )
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return harmless(value)
  if (Array.isArray(value)) return harmless(value.map((one) => textOf(one)).join('; '))
  return textOf(value)
}

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')

/** What a customer may have written must not be a formula to the spreadsheet that opens it (OWASP, CSV Injection). */
const harmless = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)
