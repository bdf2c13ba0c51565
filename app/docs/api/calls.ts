import { exampleOf } from './example-of'
import type { ShownOperation } from './shown-operations'

/** A call of the operation in a shell. */
export function curlOf({ operation, method, path }: ShownOperation): string {
  const [type, body] = bodyOf(operation)
  const query = queryOf(operation)
  const address = pathOf(operation, path) + (query.size > 0 ? `?${query}` : '')
  const headers = headersOf(operation).map(([name, value]) => `-H '${name}: ${value}'`)
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"$STOWLINE${address}"`,
    `-H "Authorization: Bearer $STOWLINE_KEY"`,
    ...headers,
    ...(type ? [`-H 'Content-Type: ${type}'`] : []),
    ...(body === undefined ? [] : [`-d '${JSON.stringify(body).replaceAll("'", `'\\''`)}'`]),
    ...(type && body === undefined ? ['--data-binary @file'] : []),
  ]
  return lines.join(' \\\n  ')
}

/** The same by the typed client. */
export function typedCallOf({ operation, method, path }: ShownOperation): string {
  const [type, body] = bodyOf(operation)
  const params = {
    path: Object.fromEntries(required(operation, 'path')),
    query: Object.fromEntries(required(operation, 'query')),
    header: Object.fromEntries(headersOf(operation)),
  }
  const told = Object.entries(params).filter(([, values]) => Object.keys(values).length > 0)
  const options = {
    ...(told.length > 0 && { params: Object.fromEntries(told) }),
    ...(body !== undefined && { body }),
    ...(type && type !== 'application/json' && { headers: { 'content-type': type } }),
  }
  const written = Object.keys(options).length > 0 ? `, ${literal(options)}` : ''
  return `const { data, error } = await client.${method}('${path}'${written})`
}

const literal = (value: unknown): string =>
  JSON.stringify(value, null, 2)
    .replaceAll(/^(\s*)"(\w+)":/gm, '$1$2:')
    .replaceAll("'", "\\'")
    .replaceAll('"', "'")

type Operation = ShownOperation['operation']

const required = ({ parameters }: Operation, place: string): [string, unknown][] =>
  parameters
    .filter((parameter) => parameter.in === place && parameter.required)
    .map(({ name, schema }) => [name, exampleOf(schema, name)])

const queryOf = (operation: Operation): URLSearchParams =>
  new URLSearchParams(required(operation, 'query').map(([name, value]) => [name, String(value)]))

const headersOf = (operation: Operation): [string, string][] =>
  required(operation, 'header').map(([name]) => [name, 'c0ffee-1'])

const pathOf = (operation: Operation, path: string): string =>
  required(operation, 'path').reduce(
    (address, [name, value]) => address.replace(`{${name}}`, encodeURIComponent(String(value))),
    path,
  )

function bodyOf({ requestBody }: Operation): [type?: string, body?: unknown] {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? []
  return [type, content?.schema && exampleOf(content.schema)]
}
