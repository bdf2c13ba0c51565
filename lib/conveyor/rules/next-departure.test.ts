import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextDeparture } from './next-departure'

const NEW_YORK = 'America/New_York'
const next = (departures: string[], now: string, timeZone = NEW_YORK) =>
  nextDeparture(departures, timeZone, new Date(now))?.toISOString() ?? null

it('is the first of the times that is still to come, by the clock of the site', () => {
  // 11:00 in New York.
  expect(next(['18:00', '10:30', '14:30'], '2026-11-21T16:00:00Z')).toBe('2026-11-21T19:30:00.000Z')
  expect(next(['10:30'], '2026-11-21T16:00:00Z')).toBe('2026-11-22T15:30:00.000Z')
  expect(next(['11:00'], '2026-11-21T16:00:00Z'), 'it is leaving').toBe('2026-11-22T16:00:00.000Z')
  expect(next([], '2026-11-21T16:00:00Z')).toBeNull()
})

it('is on the day of the site, whatever day it is elsewhere', () => {
  // 21:00 on the 21st in New York, the 22nd in London; 15:00 on the 22nd in Kiritimati.
  expect(next(['22:30'], '2026-11-22T02:00:00Z')).toBe('2026-11-22T03:30:00.000Z')
  expect(next(['16:00'], '2026-11-22T01:00:00Z', 'Pacific/Kiritimati')).toBe('2026-11-22T02:00:00.000Z')
})

it('keeps to the wall over the change to summer time and back', () => {
  // On 2026-03-08 clocks in New York go from 02:00 to 03:00, on 2026-11-01 from 02:00 to 01:00.
  expect(next(['18:00'], '2026-03-07T23:30:00Z')).toBe('2026-03-08T22:00:00.000Z')
  expect(next(['18:00'], '2026-10-31T22:30:00Z')).toBe('2026-11-01T23:00:00.000Z')
})

it('keeps a time that is left out as much later, and one that comes twice the first time', () => {
  expect(next(['02:30'], '2026-03-08T06:00:00Z')).toBe('2026-03-08T07:30:00.000Z')
  expect(next(['01:30'], '2026-11-01T04:00:00Z')).toBe('2026-11-01T05:30:00.000Z')
  expect(next(['01:30'], '2026-11-01T05:45:00Z'), 'not again an hour later').toBe('2026-11-02T06:30:00.000Z')
  // Clocks of Berlin go back from 03:00 to 02:00 on 2026-10-25.
  expect(next(['02:30'], '2026-10-24T23:00:00Z', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
})

it('always comes within 25 hours, and shows its time on the wall unless that hour is left out', () => {
  const zone = fc.constantFrom(
    NEW_YORK,
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'America/Santiago',
  )
  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'))
  const moment = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.array(time, { minLength: 1, maxLength: 4 }), zone, moment, (times, timeZone, now) => {
      const at = nextDeparture(times, timeZone, now)
      if (at === null) throw new Error('there are times')
      const waitMs = at.getTime() - now.getTime()
      expect(waitMs).toBeGreaterThan(0)
      expect(waitMs).toBeLessThanOrEqual(25 * 3_600_000)
      const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
      const isMoved = clock.format(at.getTime() - 86_400_000) !== clock.format(at)
      if (!isMoved) expect(times).toContain(clock.format(at))
    }),
    { numRuns: 300 },
  )
})
