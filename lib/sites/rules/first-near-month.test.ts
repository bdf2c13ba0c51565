import { expect, it } from 'vitest'
import { firstNearMonth } from './first-near-month'

it('keeps whole months besides the running one', () => {
  expect(firstNearMonth(13, new Date('2026-11-22T10:00:00Z'))).toEqual(new Date('2025-10-01T00:00:00Z'))
  expect(firstNearMonth(3, new Date('2026-01-01T00:00:00Z'))).toEqual(new Date('2025-10-01T00:00:00Z'))
})
