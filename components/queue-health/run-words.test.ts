import { expect, it } from 'vitest'
import { runStanding, tookMs } from './run-words'

it('calls a run that goes on after an error one that is being retried', () => {
  const error = { name: 'Error', message: 'no answer' }
  expect(runStanding({ status: 'active', error }).text).toBe('Retrying')
  expect(runStanding({ status: 'active', error: null }).text).toBe('Active')
  expect(runStanding({ status: 'failed', error }).text).toBe('Failed')
})

it('knows how long a run took once it has ended', () => {
  const startedAt = '2026-11-21T14:00:00.000Z'
  expect(tookMs({ startedAt, endedAt: '2026-11-21T14:00:01.500Z' })).toBe(1_500)
  expect(tookMs({ startedAt, endedAt: null })).toBeNull()
})
