import { afterAll, beforeAll, expect, it } from 'vitest'
import { thinkAside } from '@/lib/picking/think-aside'
import { thinkHere } from '@/lib/picking/think-here'
import { slot } from '@/lib/platform/slot'
import { forecastAside } from '@/lib/replenishment/forecast-aside'
import { openThinking } from './open-thinking'

const closers: (() => Promise<unknown>)[] = []
beforeAll(() => openThinking(closers))
afterAll(async () => {
  for (const close of closers) await close()
})

const LAYOUT = {
  ...{ aisleX: [0, 3, 6], crossY: [0, 20] },
  ...{ blocked: { aisle: [], cross: [] }, oneWay: { aisle: {}, cross: {} } },
}
const FRONT = { aisle: 0, y: 0 }
const hold = (stockLineId: number, sku: string) => ({ lineNumber: 1, stockLineId, sku, quantity: 1 })
const line = (stockLineId: number, sku: string, aisle: number) => ({
  ...{ stockLineId, sku, place: { aisle, y: 18 }, expiresOn: null, free: 9, isDoubted: false },
  ...{ weightGrams: 100, volumeMl: 100, temperatureZone: 'ambient' },
})
const TOUR = {
  ...{ layout: LAYOUT, start: FRONT, end: FRONT, today: '2026-11-21', crowded: [1] },
  rules: {
    ...{
      onShort: 'ship' as const,
      cartTotes: 2,
      toteVolumeMl: 1_000,
      cartWeightGrams: 9_000,
      leaseMinutes: 10,
    },
    ...{ heavyFirst: false, frozenLast: false, isFefo: true, avoidCrowds: true },
  },
  lists: [
    { orderNumber: 'A', isUrgent: true, holds: [hold(1, 'MILK')] },
    { orderNumber: 'B', isUrgent: false, holds: [hold(2, 'TEA')] },
    { orderNumber: 'C', isUrgent: false, holds: [hold(3, 'BREAD')] },
  ],
  lines: [line(1, 'MILK', 2), line(2, 'TEA', 1), line(3, 'BREAD', 0)],
}

it('thinks of a tour in another thread as it would in this one: the crowded aisle is left to a later tour', async () => {
  const here = await thinkHere('tour', TOUR)
  expect(await thinkAside('tour', TOUR)).toEqual(here)
  expect(here).toMatchObject({ orders: ['A', 'C'], walkMetres: 52, isOptimal: true })
  expect(await thinkHere('tour', { ...TOUR, crowded: [] })).toMatchObject({ orders: ['A', 'B'] })
})

it('fails the question that kills its thread, and answers the next', async () => {
  const broken = { ...TOUR, layout: null } as unknown as typeof TOUR
  await expect(thinkAside('tour', broken)).rejects.toThrow()
  expect(await thinkAside('tour', TOUR)).toMatchObject({ orders: ['A', 'C'] })
})

it('says to come again when too many wait', async () => {
  const { think } = slot
  slot.think = () => null
  await expect(thinkAside('tour', TOUR)).rejects.toMatchObject({ problem: { status: 503 } })
  slot.think = think
})

it('forecasts demand in another thread as it would in this one', async () => {
  const units = Float64Array.from({ length: 140 }, (_, day) => 5 + (day % 7))
  const series = ['MILK', 'TEA'].map((sku) => ({ sku, units, isShort: new Uint8Array(140) }))
  const question = { series, kinds: new Array<null>(168).fill(null), horizon: 28 }
  const aside = await forecastAside(question)
  const { think } = slot
  slot.think = undefined
  expect(aside).toEqual(await forecastAside(question))
  slot.think = think
  expect(aside.map(({ mean }) => mean.length)).toEqual([28, 28])
})
