import { expect, test } from 'vitest'
import type { DemandDay, Forecast } from '@/lib/replenishment/schema'
import { demandPoints } from './demand-points'
import { errorInWords, methodInWords } from './demand-words'

test('says what a forecast was made of', () => {
  expect(methodInWords('weekdays-7-growth+tsb')).toBe(
    "Mean of: the last 7 days or so by the store's weekdays, with its growth; how often and how much at a time.",
  )
})

test('says how right it would have been, also when it would not', () => {
  expect(errorInWords({ rmsse: 0.7, naiveRmsse: 1 })).toContain('30 % less wrong')
  expect(errorInWords({ rmsse: 1.1, naiveRmsse: 1 })).toContain('10 % more wrong')
  expect(errorInWords({ rmsse: null, naiveRmsse: null })).toContain('Too little past')
})

test('shows every day, those of an empty shelf marked, and goes on with the forecast', () => {
  const day = { day: '2026-11-18', ordered: 2, sold: 1, refused: 4, outOfStockMinutes: 90 } as DemandDay
  const forecast = { madeOn: '2026-11-18', mean: [5, 6], lower: [4, 4], upper: [7, 9] } as Forecast
  const closed = { day: '2026-11-20', kind: 'closed' as const, name: '' }
  const asked = { from: '2026-11-17', today: '2026-11-19', forecast, calendar: [closed] }
  expect(demandPoints([day], asked)).toEqual([
    { day: '2026-11-17', wanted: 0, isShort: false },
    { day: '2026-11-18', wanted: 7, isShort: true },
    { day: '2026-11-19', mean: 5, band: [4, 7] },
    { day: '2026-11-20', mean: 6, band: [4, 9], special: closed },
  ])
})
