import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, orderOf, stockShop } from '@/lib/testing/open-shop'
import { carryOutSteps } from './carry-out-steps'
import { placeOrder } from './place-order'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
let numbers: string[]
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [50], BREAD: [50] })
  numbers = []
  for (const key of ['a', 'b', 'c']) {
    const placing = await placeOrder(orderOf({ MILK: 1, BREAD: 1 }), {
      clientId: 'c',
      key,
      traceparent: null,
    })
    numbers.push(JSON.parse(placing.outcome === 'answered' ? placing.body : '{}').orderNumber)
  }
})
const owed = () => numbers.map((orderNumber) => ({ orderNumber }))
const states = async () =>
  (await db.orderStep.findMany({ where: { kind: 'recommendations' } })).map(({ state }) => state)

it('does the work of each order once when a batch runs twice and names an order twice', async () => {
  const worked: string[] = []
  const work = async (orders: { orderNumber: string; skus: string[] }[]) => {
    for (const { orderNumber, skus } of orders) {
      expect([...skus].sort()).toEqual(['BREAD', 'MILK'])
      worked.push(orderNumber)
    }
  }
  expect(await carryOutSteps('recommendations', [...owed(), ...owed()], work)).toEqual({ done: 3 })
  expect(await carryOutSteps('recommendations', owed(), work)).toEqual({ done: 0 })
  expect(worked.sort()).toEqual([...numbers].sort())
  expect(await states()).toEqual(['done', 'done', 'done'])
})

it('notes on every row why a batch failed, and is done at the next attempt', async () => {
  const failing = carryOutSteps('recommendations', owed(), async () => {
    throw new Error('the counter is broken')
  })
  await expect(failing).rejects.toThrow('the counter is broken')
  expect(await states()).toEqual(['retrying', 'retrying', 'retrying'])
  expect(await carryOutSteps('recommendations', owed(), async () => {})).toEqual({ done: 3 })
})

it('does the rest, and says so, when one order was never placed', async () => {
  const withStranger = [...owed(), { orderNumber: '1-NONE' }]
  await expect(carryOutSteps('recommendations', withStranger, async () => {})).rejects.toThrow('1-NONE')
  expect(await states()).toEqual(['done', 'done', 'done'])
})

it('leaves what another is at to it when its own try is one on the side', async () => {
  const aside = owed().map((one) => ({ ...one, once: true }))
  await carryOutSteps('recommendations', owed(), async () => {
    expect(await carryOutSteps('recommendations', aside, async () => {})).toEqual({ done: 0 })
    await expect(carryOutSteps('recommendations', owed(), async () => {})).rejects.toThrow('under way')
  })
  expect(await states()).toEqual(['done', 'done', 'done'])
})

it('loses nothing and blocks nobody when the same orders come in many batches at once', async () => {
  const worked: string[] = []
  await Promise.allSettled(
    Array.from({ length: 10 }, (_, n) =>
      carryOutSteps('recommendations', n % 2 ? owed() : owed().reverse(), async (orders) => {
        worked.push(...orders.map(({ orderNumber }) => orderNumber))
      }),
    ),
  )
  expect(worked.sort()).toEqual([...numbers].sort())
})

it('does the others of a batch in which one cannot be done, and notes the reason on that one', async () => {
  const [poison = ''] = numbers
  const work = async (orders: { orderNumber: string }[]) => {
    if (orders.some(({ orderNumber }) => orderNumber === poison))
      throw new Error('this basket cannot be read')
  }
  await expect(carryOutSteps('recommendations', owed(), work)).rejects.toThrow('this basket cannot be read')
  const rows = await db.orderStep.findMany({ where: { kind: 'recommendations' }, orderBy: { state: 'asc' } })
  expect(rows.filter(({ state }) => state === 'done')).toHaveLength(2)
  expect(rows.filter(({ state }) => state !== 'done')).toMatchObject([
    { orderNumber: poison, state: 'retrying', lastError: 'this basket cannot be read' },
  ])
})
