import { expect, it } from 'vitest'
import { dateWords, daysUntil } from './expiry-words'

const LATE_EVENING = Date.parse('2026-11-21T23:30:00Z')

it('counts the days by the calendar of the site', () => {
  expect(daysUntil('2026-11-22', LATE_EVENING, 'UTC')).toBe(1)
  expect(daysUntil('2026-11-22', LATE_EVENING, 'Europe/Berlin')).toBe(0)
  expect(daysUntil('2026-11-20', LATE_EVENING, 'UTC')).toBe(-1)
})

it('says the year only when it is another', () => {
  expect(dateWords('2026-12-01', LATE_EVENING, 'en-GB')).toBe('1 Dec')
  expect(dateWords('2027-01-02', LATE_EVENING, 'en-GB')).toBe('2 Jan 2027')
})
