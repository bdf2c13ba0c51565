import fc from 'fast-check'
import { expect, it } from 'vitest'
import { monthAfter, monthOr, weeksOf } from './calendar-paths'
import { effectWords } from './calendar-words'

it('says what a kind of day does, and from how many days it is known', () => {
  const effects = [
    { kind: 'promotion' as const, factor: 1.423, days: 3 },
    { kind: 'holiday' as const, factor: 0.5, days: 1 },
  ]
  expect(effectWords('promotion', effects)).toBe(
    '+42 % on its weekday, learnt from 3 earlier days of the kind.',
  )
  expect(effectWords('holiday', effects)).toBe(
    '−50 % on its weekday, learnt from one earlier day of the kind.',
  )
  expect(effectWords('promotion', [])).toContain('no forecast has learnt from an earlier promotion yet')
  expect(effectWords('closed', effects)).toBe('Nothing is expected.')
})

it('has every day of a month once, on its weekday', () => {
  const months = fc.integer({ min: -600, max: 600 }).map((months) => monthAfter('2026-11', months))
  fc.assert(
    fc.property(months, (month) => {
      const days = weeksOf(month).flatMap((week) =>
        week.map((day, at) => {
          if (day) expect((new Date(day).getUTCDay() + 6) % 7).toBe(at)
          return day
        }),
      )
      const last = new Date(Date.parse(`${monthAfter(month, 1)}-01`) - 86_400_000).getUTCDate()
      expect(days.filter(Boolean)).toHaveLength(last)
    }),
  )
  expect(monthOr('2026-13', '2026-11-22')).toBe('2026-11')
})
