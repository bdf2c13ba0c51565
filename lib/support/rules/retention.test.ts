import { expect, test } from 'vitest'
import { keptUntil, overBefore } from './retention'

test('a time begins with the end of the year', () => {
  expect(keptUntil(new Date('2026-01-01T00:00:00Z'), 8)).toBe('2034-12-31')
  expect(keptUntil(new Date('2026-12-31T23:59:59Z'), 8)).toBe('2034-12-31')
})

test('what ended within the last year of a time is over with the next year', () => {
  const last = new Date('2026-12-31T23:59:59Z')
  expect(overBefore(new Date('2029-12-31T23:59:59Z'), 3) <= last).toBe(true)
  expect(overBefore(new Date('2030-01-01T00:00:00Z'), 3) > last).toBe(true)
})
