import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { API_TYPES, apiTypes } from '@/scripts/api-types'

test('the client knows the API as it is', async () => {
  expect(readFileSync(API_TYPES, 'utf8') === (await apiTypes()), 'npm run client').toBe(true)
}, 120_000)
