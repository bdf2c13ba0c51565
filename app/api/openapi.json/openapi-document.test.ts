import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describe, expect, test } from 'vitest'
import { operations } from '../operations'
import { openApiDocument } from './openapi-document'

const RULES = [
  ...['struct', 'no-unresolved-refs', 'no-identical-paths', 'path-declaration-must-exist'],
  ...['operation-operationId', 'operation-operationId-unique', 'operation-operationId-url-safe'],
  ...['operation-parameters-unique', 'path-parameters-defined', 'operation-2xx-response'],
  ...['operation-summary', 'operation-tag-defined', 'operation-singular-tag', 'security-defined'],
]

test('is valid OpenAPI 3.1', async () => {
  const config = await createConfig({ rules: Object.fromEntries(RULES.map((rule) => [rule, 'error'])) })
  const problems = await lintFromString({ source: JSON.stringify(openApiDocument()), config })
  expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([])
})

describe.each(operations.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  test('says what it answers when all is well', () => {
    const good = Object.entries(operation.answers).filter(([status]) => status === '200')
    for (const [, { schema, contentTypes }] of good) expect(schema ?? contentTypes).toBeDefined()
  })
})
