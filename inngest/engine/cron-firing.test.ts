import { describe, expect, test } from 'vitest'
import { cronProblem, firingDue, nextFiring } from './cron-firing'

const at = (text: string) => new Date(text)

describe('the next firing', () => {
  test.each([
    ['*/5 * * * *', '2026-11-21T10:00:00Z', '2026-11-21T10:05:00.000Z'],
    ['*/10 * * * * *', '2026-11-21T10:00:01Z', '2026-11-21T10:00:10.000Z'],
    ['0 3 * * *', '2026-11-21T10:00:00Z', '2026-11-22T03:00:00.000Z'],
    ['TZ=Europe/Berlin 0 3 * * *', '2026-11-21T10:00:00Z', '2026-11-22T02:00:00.000Z'],
    ['TZ=Europe/Berlin 0 3 * * *', '2026-07-01T10:00:00Z', '2026-07-02T01:00:00.000Z'],
  ])('%s after %s', (cron, after, next) => {
    expect(nextFiring(cron, at(after))?.toISOString()).toBe(next)
  })
})

describe('the firing that is due', () => {
  test('is the one the job waited for when nothing was missed', () => {
    const due = firingDue('*/5 * * * *', at('2026-11-21T10:05:00Z'), at('2026-11-21T10:05:02Z'))
    expect(due.toISOString()).toBe('2026-11-21T10:05:00.000Z')
  })

  test.each([
    ['2026-11-21T14:03:00Z', '2026-11-21T14:00:00.000Z'],
    ['2026-11-21T14:05:00Z', '2026-11-21T14:05:00.000Z'],
    ['2026-11-21T14:05:00.400Z', '2026-11-21T14:05:00.000Z'],
    ['2026-11-21T10:10:00Z', '2026-11-21T10:10:00.000Z'],
  ])('is the latest one after a long absence, at %s', (now, latest) => {
    expect(firingDue('*/5 * * * *', at('2026-11-21T10:05:00Z'), at(now)).toISOString()).toBe(latest)
  })
})

test('what is no schedule is told', () => {
  expect(cronProblem('* * * * *')).toBeNull()
  expect(cronProblem('* * *')).not.toBeNull()
  expect(cronProblem('* * * * * * *')).not.toBeNull()
  expect(cronProblem('TZ=Mars/Olympus * * * * *')).not.toBeNull()
})
