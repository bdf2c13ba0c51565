import { type ZodType, z } from 'zod'
import type { Operation } from '../operation'
import { operations } from '../operations'

/** The served OpenAPI 3.1 document: one entry for each operation of the house. */
export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: described(operation),
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Stowline',
      version: '1',
      description: 'Operations of a fulfilment centre and its stores.',
    },
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'stowline.session_token' },
      },
      schemas: { Problem: jsonSchema(problemSchema) },
    },
  }
}

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(z.looseObject({ pointer: z.string(), detail: z.string() })).optional(),
})

function described(operation: Operation): Record<string, unknown> {
  const { roles } = operation.admits
  const scopes = [operation.admits.scope ?? []].flat()
  return {
    operationId: operation.id,
    summary: operation.summary,
    description: [
      scopes.length > 0 && `Scope: ${scopes.join(' or ')}.`,
      roles && `Roles: ${roles.join(', ')}.`,
      operation.admits.anybody && `Anybody. ${operation.admits.anybody}`,
    ]
      .filter(Boolean)
      .join(' '),
    security: [...scopes.map((scope) => ({ apiKey: [scope] })), ...(roles ? [{ session: [] }] : [])],
    parameters: [...pathParameters(operation), ...headerParameters(operation), ...queryParameters(operation)],
    requestBody: requestBody(operation),
    responses: { ...answers(operation), default: problem('A problem document (RFC 9457)') },
  }
}

function requestBody({ body, bytes }: Operation): unknown {
  const types = bytes?.contentTypes ?? ['application/json']
  const schema = body && { schema: jsonSchema(body) }
  return (
    (bytes ?? body) && {
      required: true,
      content: Object.fromEntries(types.map((type) => [type, schema ?? {}])),
    }
  )
}

function answers(operation: Operation): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(operation.answers).map(([status, { description, schema }]) => [
      status,
      Number(status) >= 400
        ? problem(description)
        : {
            description,
            content: schema && { 'application/json': { schema: jsonSchema(schema, 'output') } },
          },
    ]),
  )
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const pathParameters = (operation: Operation) =>
  [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

const headerParameters = (operation: Operation) =>
  Object.entries(operation.requestHeaders ?? {}).map(([name, header]) => ({
    name,
    in: 'header',
    ...header,
    schema: { type: 'string' },
  }))

function queryParameters(operation: Operation): unknown[] {
  if (!operation.query) return []
  const schema = jsonSchema(operation.query) as { properties?: Record<string, unknown>; required?: string[] }
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }))
}

function jsonSchema(schema: ZodType, io: 'input' | 'output' = 'input'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
