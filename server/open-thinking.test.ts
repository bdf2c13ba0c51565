import { afterAll, beforeAll, expect, it } from 'vitest'
import { routeCaseSchema } from '@/lib/picking/schema'
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

/** Long beyond any machine's business: what is compared must not have been cut short. */
const PATIENCE_MS = 60_000
const place = (aisle: number) => ({ aisle, y: 18 })
const stop = (id: string, aisle: number) => ({
  id,
  qty: 1,
  options: [{ bin: id, available: 9, ...place(aisle) }],
})
const CASE = routeCaseSchema.parse({
  ...{ format: 'pick-route-case/1', id: 'three', start: { aisle: 0, y: 0 } },
  layout: { aisleX: [0, 3, 6], crossY: [0, 20] },
  stops: [stop('MILK', 2), stop('TEA', 1), stop('BREAD', 0)],
})
const QUESTION = { routeCase: CASE, limitMs: PATIENCE_MS }

it('thinks of a walk in another thread as it would in this one', async () => {
  const here = await thinkHere('case', QUESTION)
  expect(here).toMatchObject({ length: 56, proven: true })
  expect(await thinkAside('case', QUESTION)).toEqual({ ...here, elapsedMs: expect.any(Number) })
})

it('fails the question that kills its thread, and answers the next', async () => {
  const broken = { ...QUESTION, routeCase: null } as unknown as typeof QUESTION
  await expect(thinkAside('case', broken)).rejects.toThrow()
  expect(await thinkAside('case', QUESTION)).toMatchObject({ length: 56 })
})

it('says to come again when too many wait', async () => {
  const { think } = slot
  slot.think = () => null
  await expect(thinkAside('case', QUESTION)).rejects.toMatchObject({ problem: { status: 503 } })
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
