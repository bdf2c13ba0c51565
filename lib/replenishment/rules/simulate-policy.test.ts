import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SupplyTerm } from '../supply-schema'
import { forecastPolicy, textbookPolicy } from './order-policies'
import { plainForecast } from './plain-forecast'
import { simulatePolicy } from './simulate-policy'

const TERMS: SupplyTerm = {
  ...{ supplier: 'S', leadDays: 1, leadSdDays: 0, reviewDays: 1, orderWeekdays: [], packUnits: 1 },
  ...{ minimumPacks: 1, shelfLifeDays: null, serviceLevel: 0.95, unitCostMinor: 1 },
}
const play = (more: Partial<Parameters<typeof simulatePolicy>[0]>) =>
  simulatePolicy({
    ...{ history: [], wanted: [4, 4, 4], policy: () => 0, leadDays: () => 1, reviewDays: 1 },
    ...{ shelfLifeDays: null, openingUnits: 10, ...more },
  })

it('sells what is there, loses the rest, and throws away what has expired', () => {
  expect(play({})).toMatchObject({ lostUnits: 2, stockOutDays: 1, wastedUnits: 0, averageStock: 8 / 3 })
  expect(play({ shelfLifeDays: 2 })).toMatchObject({ lostUnits: 4, stockOutDays: 1, wastedUnits: 2 })
})

it('brings what was ordered in the morning after its days, on days of review only', () => {
  const { days, orders } = play({ policy: () => 6, reviewDays: 2, leadDays: () => 1, wanted: [4, 4, 4, 4] })
  expect(orders).toBe(2)
  expect(days.map(({ arrived }) => arrived)).toEqual([0, 6, 0, 6])
})

it('keeps steady demand supplied with as good as nothing lost, whatever the policy', () => {
  const history = Array.from({ length: 56 }, () => 5)
  for (const policy of [
    forecastPolicy(TERMS, plainForecast),
    textbookPolicy(TERMS, 'R,S'),
    textbookPolicy(TERMS, 's,S'),
  ]) {
    const { fillRate, averageStock } = play({ history, wanted: history, policy })
    expect(fillRate).toBe(1)
    expect(averageStock).toBeLessThan(12)
  }
})

it('loses and finds no unit, whatever is wanted and ordered', () => {
  const whole = fc.integer({ min: 0, max: 30 })
  fc.assert(
    fc.property(
      fc.array(whole, { minLength: 1, maxLength: 40 }),
      fc.array(whole, { minLength: 1, maxLength: 5 }),
      fc.option(fc.integer({ min: 1, max: 6 })),
      (wanted, orders, shelfLifeDays) => {
        let at = 0
        const next = () => orders[at++ % orders.length] ?? 0
        const end = play({ wanted, policy: next, leadDays: () => next() % 5, shelfLifeDays })
        const left = end.days.at(-1)?.left ?? 0
        expect(10 + end.receivedUnits).toBe(left + end.wastedUnits + end.wantedUnits - end.lostUnits)
        expect(end.days.every(({ sold, wanted: asked }) => sold >= 0 && sold <= asked)).toBe(true)
      },
    ),
  )
})

it('forecasts a weekday pattern and a spread that grows with the days', () => {
  const history = Array.from({ length: 140 }, (_, day) =>
    day % 7 === 6 ? 0 : day % 7 === 5 ? 20 : 10 + (day % 3),
  )
  const { mean, sumSd } = plainForecast(history)
  expect(mean[6]).toBe(0)
  expect(mean[5]).toBeGreaterThan(mean[4] ?? 0)
  expect(sumSd).toHaveLength(28)
  expect(plainForecast([])).toMatchObject({ mean: Array(28).fill(0), sumSd: Array(28).fill(0) })
})
