import { expect, it } from 'vitest'
import { standingOf } from './standing-of'

const now = Date.UTC(2026, 10, 21, 12)
const past = new Date(now - 1).toISOString()
const ahead = new Date(now + 1).toISOString()

it.each([
  ['done', past, 'placed', 'done'],
  ['failed', past, 'placed', 'failed'],
  ['pending', ahead, 'placed', 'waiting'],
  ['pending', past, 'placed', 'late'],
  ['running', ahead, 'placed', 'running'],
  ['running', past, 'placed', 'late'],
  ['retrying', past, 'placed', 'late'],
  ['retrying', ahead, 'placed', 'retrying'],
  ['running', null, 'confirming', 'running'],
  ['pending', null, 'declined', 'stopped'],
  ['failed', null, 'declined', 'failed'],
  ['done', null, 'cancelled', 'done'],
] as const)('a %s step due at %s of a %s order stands as %s', (state, dueAt, status, standing) => {
  expect(standingOf({ state, dueAt }, status, now)).toBe(standing)
})
