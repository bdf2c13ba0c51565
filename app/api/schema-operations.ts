import { z } from 'zod'
import { everyone, type Operation } from './operation'

const versionedSchema = z.object({
  type: z.string(),
  description: z.string(),
  direction: z.enum(['in', 'out']).describe('`in`: Stowline takes it; `out`: Stowline tells it.'),
  versions: z.array(z.int()),
  latest: z.int(),
  href: z.string(),
})
const jsonSchemaSchema = z.looseObject({ $schema: z.string(), $id: z.string() })

export const listSchemasOperation = {
  id: 'listSchemas',
  method: 'GET',
  path: '/api/schemas',
  summary: 'Every type of event and its versions',
  admits: { scope: 'read', roles: everyone },
  answers: { 200: { description: 'All types', schema: z.object({ items: z.array(versionedSchema) }) } },
} as const satisfies Operation

export const showSchemaOperation = {
  id: 'showSchema',
  method: 'GET',
  path: '/api/schemas/{type}',
  summary:
    'JSON Schema (2020-12) of a type: of all its versions, or with `.v1` behind it, that one alone, as `dataschema` names it',
  admits: { scope: 'read', roles: everyone },
  answers: {
    200: {
      description: 'Every version, or the one that was asked for',
      contentTypes: ['application/schema+json'],
      schema: z.union([
        versionedSchema.extend({
          versions: z.array(z.object({ version: z.int(), type: z.string(), schema: jsonSchemaSchema })),
        }),
        jsonSchemaSchema,
      ]),
    },
    404: { description: 'No such type or version' },
  },
} as const satisfies Operation

export const schemaOperations: Operation[] = [listSchemasOperation, showSchemaOperation]
