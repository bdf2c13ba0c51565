import { expect, test } from 'vitest'
import { replayForecasts } from './replay-forecasts'

const WEEK = [2, 4, 4, 6, 8, 12, 0]
const days = (length: number, units: (day: number) => number) =>
  Float64Array.from({ length }, (_, day) => units(day))
const usual = (day: number) => WEEK[day % 7] ?? 0

function replay(units: Float64Array, from: number) {
  const series = [
    { sku: 'A', units },
    { sku: 'B', units: units.map((value) => 3 * value) },
  ]
  const work = replayForecasts(series, from)
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}

test('knows on each day only the days before it', () => {
  const calm = replay(days(210, usual), 140)
  const rising = replay(
    days(210, (day) => (day < 168 ? usual(day) : 5 * usual(day))),
    140,
  )
  for (const known of [140, 147, 160, 168]) expect(rising(known)).toEqual(calm(known))
  expect(rising(200).mean[0]).toBeGreaterThan(1.5 * (calm(200).mean[0] ?? 0))
})

test('says on the days of a week what was said on its first, as many days later', () => {
  const at = replay(days(210, usual), 140)
  expect(at(143).mean.slice(0, 20)).toEqual(at(140).mean.slice(3, 23))
  expect(at(143).mean.slice(0, 7).map(Math.round)).toEqual(
    [0, 1, 2, 3, 4, 5, 6].map((day) => usual(143 + day)),
  )
})
