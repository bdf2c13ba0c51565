import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DayBacklog, DaySpan } from '../day-schema'
import { findLateness } from './find-lateness'
import { findPeaks } from './find-peaks'
import { packSpans } from './pack-spans'
import { spansOfChanges } from './spans-of-changes'
import { tellDay } from './tell-day'

const day = (minutes: number, of: (minute: number) => number) =>
  Array.from({ length: minutes }, (_, at) => of(at))

describe('findPeaks', () => {
  it('names the quarter of an hour with four times the usual', () => {
    const placed = day(600, (minute) => (minute >= 120 && minute < 135 ? 12 : 3))
    expect(findPeaks(placed)).toEqual([{ fromMinute: 120, toMinute: 135, orders: 180, times: 4 }])
  })

  it('finds none in an even day, nor in a few orders of a quiet one', () => {
    expect(findPeaks(day(600, () => 3))).toEqual([])
    expect(findPeaks(day(600, (minute) => (minute % 60 === 0 ? 1 : 0)))).toEqual([])
    expect(findPeaks([])).toEqual([])
  })

  it('never overlaps and never names more than three', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 300 }), (placed) => {
        const peaks = findPeaks(placed)
        expect(peaks.length).toBeLessThanOrEqual(3)
        peaks.forEach((peak, at) => {
          expect(peak.times).toBeGreaterThanOrEqual(2)
          expect(peak.fromMinute).toBeGreaterThanOrEqual(peaks[at - 1]?.toMinute ?? 0)
          expect(peak.toMinute).toBeLessThanOrEqual(placed.length)
        })
      }),
    )
  })
})

describe('findLateness', () => {
  const backlog = (late: number[]): DayBacklog => ({
    ...{ queue: 'confirmation-email', owed: late, late },
    behindSeconds: late.map((count) => count * 10),
  })

  it('is one from the first late minute to the last, over short breaks', () => {
    expect(findLateness(backlog([0, 0, 3, 7, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0]))).toEqual([
      { queue: 'confirmation-email', fromMinute: 2, toMinute: 7, orders: 7, behindSeconds: 70 },
    ])
  })
})

const span = (from: number, until: number | null): DaySpan => ({
  ...{
    kind: 'alert',
    id: `a${from}`,
    about: 'confirmation-email',
    detail: 'no mail has left',
    severity: 'critical',
  },
  from: new Date(from * 60_000).toISOString(),
  until: until === null ? null : new Date(until * 60_000).toISOString(),
})

describe('packSpans', () => {
  it('lets nothing in a row overlap and loses nothing', () => {
    const drawn = fc.tuple(fc.nat(100), fc.option(fc.integer({ min: 1, max: 50 })))
    fc.assert(
      fc.property(fc.array(drawn), (pairs) => {
        const spans = pairs.map(([from, lasts]) => span(from, lasts === null ? null : from + lasts))
        const rows = packSpans(spans, 0)
        expect(rows.flat().length).toBe(spans.length)
        for (const row of rows)
          row.slice(1).forEach((next, at) => {
            expect(Date.parse(next.from)).toBeGreaterThanOrEqual(Date.parse(row[at]?.until ?? '9999-01-01'))
          })
      }),
    )
  })
})

describe('spansOfChanges', () => {
  it('lasts from a change until the next of the same thing, and not beyond its own end', () => {
    const at = (minute: number) => new Date(minute * 60_000)
    const changes = [
      { id: 'email', at: at(1), about: 'email down', isCalm: false },
      { id: 'database', at: at(2), about: 'database down', isCalm: false, untilMs: 130_000 },
      { id: 'email', at: at(5), about: 'email ok', isCalm: true },
    ]
    const spans = spansOfChanges('fault', changes, { fromMs: 0, toMs: 3_600_000 })
    expect(spans.map(({ about, until }) => [about, until && Date.parse(until)])).toEqual([
      ['email down', 300_000],
      ['database down', 130_000],
    ])
  })
})

describe('tellDay', () => {
  const facts = {
    ...{ from: new Date(0).toISOString(), timeZone: 'UTC' },
    peaks: [{ fromMinute: 640, toMinute: 655, orders: 212, times: 4 }],
    lateness: [
      {
        queue: 'confirmation-email' as const,
        fromMinute: 645,
        toMinute: 660,
        orders: 37,
        behindSeconds: 180,
      },
    ],
    spans: [span(650, 670)],
  }

  it('tells a peak with what it brought about, in the language of the site', () => {
    expect(tellDay(facts, 'en-GB').map(({ text }) => text)).toEqual([
      '10:40–10:55: 212 orders, 4× the usual; Confirmation mails fell 3 min behind; alert: no mail has left',
    ])
    expect(tellDay(facts, 'de-DE')[0]?.text).toContain('212 Bestellungen, das 4-Fache des Üblichen')
    expect(tellDay(facts, 'es-ES')[0]?.text).toContain('212 pedidos, 4 veces lo habitual')
  })

  it('tells of lateness that no peak explains', () => {
    expect(tellDay({ ...facts, peaks: [] }, 'en-GB').map(({ text }) => text)).toEqual([
      '10:45–11:00: Confirmation mails late, up to 37 at once, 3 min behind; alert: no mail has left',
    ])
  })

  it('tells of an alert that neither explains', () => {
    expect(tellDay({ ...facts, peaks: [], lateness: [] }, 'en-GB').map(({ text }) => text)).toEqual([
      '10:50: alert: no mail has left',
    ])
  })
})
