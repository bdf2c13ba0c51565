import { type ZodType, z } from 'zod'
import { mayBeTable } from '@/app/csv-answer'
import type { Operation } from '../operation'
import { operations } from '../operations'
import type {
  DescribedContent,
  DescribedOperation,
  DescribedParameter,
  JsonSchema,
  OpenApiDocument,
} from './document-types'
import { pathParameter } from './path-parameters'
import { roomOfPath } from './room-of-path'

/** The served OpenAPI 3.1 document: one entry for each operation of the house, tagged by its room. */
export function openApiDocument(): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {}
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: described(operation),
    }
  }
  const rooms = new Set(operations.map(({ path }) => roomOfPath(path)))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Stowline',
      version: '1',
      description: 'Operations of a fulfilment centre and its stores.',
    },
    servers: [{ url: '/' }],
    tags: [...rooms].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key: `slk_…`' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'stowline.session_token',
          description: 'The session of a person who signed in',
        },
      },
      responses: Object.fromEntries(
        Object.values(REFUSALS).map(([name, meaning]) => [name, problem(meaning)]),
      ),
      schemas: { Problem: jsonSchema(problemSchema) },
    },
  }
}

const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(z.looseObject({ pointer: z.string().optional(), detail: z.string() })).optional(),
})

function described(operation: Operation): DescribedOperation {
  const { roles } = operation.admits
  const scopes = [operation.admits.scope ?? []].flat()
  return {
    operationId: operation.id,
    tags: [roomOfPath(operation.path)],
    summary: operation.summary,
    description: [
      scopes.length > 0 && `Scope: ${scopes.join(' or ')}.`,
      roles && `Roles: ${roles.join(', ')}.`,
      operation.admits.anybody && `Anybody. ${operation.admits.anybody}`,
    ]
      .filter(Boolean)
      .join(' '),
    security: [...scopes.map((scope) => ({ apiKey: [scope] })), ...(roles ? [{ session: [...roles] }] : [])],
    parameters: [...pathParameters(operation), ...headerParameters(operation), ...queryParameters(operation)],
    ...requestBody(operation),
    responses: {
      ...usualRefusals(operation),
      ...answers(operation),
      default: problem('What broke (RFC 9457)'),
    },
  }
}

function requestBody({ body, bytes }: Operation): Pick<DescribedOperation, 'requestBody'> {
  if (!body && !bytes) return {}
  const types = bytes?.contentTypes ?? ['application/json']
  const schema = body ? jsonSchema(body) : undefined
  const content = types.map((type) => [type, schema && isJson(type) ? { schema } : {}])
  return { requestBody: { required: true, content: Object.fromEntries(content) } }
}

/** What a door may refuse before it acts, and where there is nothing to act on. */
const REFUSALS: Record<string, [name: string, meaning: string]> = {
  400: ['NotValid', 'Not what this door takes, or text that nothing can keep'],
  401: ['Unknown', 'Nobody we know'],
  403: ['Forbidden', 'Not for this role or scope'],
  404: ['NotThere', 'It is not there, or not for the caller to know of'],
  406: ['NotAcceptable', 'EPCIS 2.0 is told as JSON or JSON-LD'],
  413: ['TooLarge', 'The body is too large'],
  414: ['AddressTooLong', 'The address is too long'],
  415: ['OtherType', 'The body is of another type'],
  429: ['TooMuch', 'Too much at once: again after `Retry-After`'],
  503: ['Away', 'The database is away: again after `Retry-After`'],
  default: ['Broken', 'What broke (RFC 9457)'],
}

function usualRefusals({ path, query, body, bytes }: Operation): DescribedOperation['responses'] {
  const hasBody = body !== undefined || bytes !== undefined
  const isEpcis = path.startsWith('/api/epcis')
  const namesThing = path.includes('{') || [query, body].some((schema) => schema && namesSite(schema))
  const whether: Record<string, boolean> = {
    404: namesThing,
    ...{ 406: isEpcis, 414: isEpcis },
    ...{ 413: hasBody, 415: hasBody },
  }
  return Object.fromEntries(
    Object.entries(REFUSALS)
      .filter(([status]) => whether[status] ?? true)
      .map(([status, [name]]) => [status, { $ref: `#/components/responses/${name}` }]),
  )
}

const namesSite = (schema: ZodType): boolean =>
  Object.hasOwn((jsonSchema(schema) as { properties?: object }).properties ?? {}, 'site')

const isJson = (type: string): boolean => /[/+]json$/.test(type)

function answers(operation: Operation): DescribedOperation['responses'] {
  return Object.fromEntries(
    Object.entries(operation.answers).map(([status, { description, schema, contentTypes }]) => [
      status,
      Number(status) >= 400
        ? problem(description)
        : { description, ...answerContent(operation, schema, contentTypes) },
    ]),
  )
}

function answerContent(
  operation: Operation,
  schema: ZodType | undefined,
  contentTypes: readonly string[] | undefined,
): { content?: DescribedContent } {
  const files = contentTypes?.map((type) => [type, {}]) ?? []
  const inCsv = schema && (mayBeTable(operation) || offersCsv(operation)) ? [['text/csv', {}]] : []
  const inJson = schema ? [['application/json', { schema: jsonSchema(schema, 'output') }]] : []
  const content = Object.fromEntries([...inJson, ...inCsv, ...files])
  return Object.keys(content).length > 0 ? { content } : {}
}

function offersCsv({ query }: Operation): boolean {
  if (!query) return false
  const { properties } = jsonSchema(query) as { properties?: { format?: { enum?: string[] } } }
  return properties?.format?.enum?.includes('csv') ?? false
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const pathParameters = (operation: Operation): DescribedParameter[] =>
  [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    ...pathParameter(name, operation.path),
  }))

const headerParameters = (operation: Operation): DescribedParameter[] =>
  Object.entries(operation.requestHeaders ?? {}).map(([name, header]) => ({
    name,
    in: 'header',
    ...header,
    schema: { type: 'string' },
  }))

function queryParameters(operation: Operation): DescribedParameter[] {
  if (!operation.query) return []
  const schema = jsonSchema(operation.query) as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    ...(typeof property.description === 'string' ? { description: property.description } : {}),
    schema: property,
  }))
}

function jsonSchema(schema: ZodType, io: 'input' | 'output' = 'input'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
