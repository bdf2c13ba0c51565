import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, orderOf, stockShop } from '@/lib/testing/open-shop'
import { carryOutStep } from './carry-out-step'
import { placeOrder } from './place-order'
import { retryStep } from './retry-step'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
let orderNumber: string
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [5] })
  const placing = await placeOrder(orderOf({ MILK: 1 }), { clientId: 'c', key: 'k', traceparent: null })
  orderNumber = JSON.parse(placing.outcome === 'answered' ? placing.body : '{}').orderNumber
})
const step = () => db.orderStep.findFirst({ where: { kind: 'recommendations' } })

it('does the work of an owed step once when it runs twice', async () => {
  let done = 0
  const work = async () => void done++
  expect(await carryOutStep('recommendations', orderNumber, work)).toEqual({ outcome: 'done' })
  expect(await carryOutStep('recommendations', orderNumber, work)).toEqual({ outcome: 'already-done' })
  expect(done).toBe(1)
  expect(await step()).toMatchObject({ state: 'done', attempts: 1, lastError: null })
})

it('notes why an attempt failed, lets the engine see it, and forgets it once done', async () => {
  const failing = carryOutStep('recommendations', orderNumber, async () => {
    throw new Error('the counter is broken')
  })
  await expect(failing).rejects.toThrow('the counter is broken')
  expect(await step()).toMatchObject({ state: 'retrying', attempts: 1, lastError: 'the counter is broken' })
  await carryOutStep('recommendations', orderNumber, async () => {})
  expect(await step()).toMatchObject({ state: 'done', attempts: 2, lastError: null })
})

it('breaks when it is told of an order that was never placed', async () => {
  await expect(carryOutStep('recommendations', '1-NONE', async () => {})).rejects.toThrow(
    'owes no recommendations',
  )
})

it('tells the step what it needs of the order', async () => {
  await carryOutStep('recommendations', orderNumber, async (order) => {
    expect(order).toMatchObject({ orderNumber, siteId: 'TEST-1', currency: 'EUR', totalMinor: 250 })
    expect(order.lines).toEqual([{ sku: 'MILK', name: 'Test MILK', quantity: 1, unitPriceMinor: 250 }])
    expect(order.placedAt).toBeInstanceOf(Date)
  })
})

it('lets one attempt in at a time, so that ten at once do the work once', async () => {
  let done = 0
  const attempts = await Promise.allSettled(
    Array.from({ length: 10 }, () => carryOutStep('recommendations', orderNumber, async () => void done++)),
  )
  expect(done).toBe(1)
  expect(attempts.filter((attempt) => attempt.status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
})

it('lets the next attempt in when the process of the last one died', async () => {
  await db.orderStep.updateMany({ data: { state: 'running', claimedUntil: new Date(Date.now() - 1) } })
  expect(await carryOutStep('recommendations', orderNumber, async () => {})).toEqual({ outcome: 'done' })
})

it('is tried again now when somebody asks, and only while it is owed', async () => {
  expect(await retryStep(orderNumber, 'recommendations', 'wish-1')).toEqual({ outcome: 'owed-again' })
  expect(await retryStep(orderNumber, 'recommendations', 'wish-1')).toEqual({ outcome: 'owed-again' })
  expect(await db.outboxEvent.count()).toBe(2)
  await carryOutStep('recommendations', orderNumber, async () => {})
  expect(await retryStep(orderNumber, 'recommendations', 'wish-2')).toEqual({ outcome: 'already-done' })
  expect(await retryStep('1-NONE', 'recommendations', 'wish-3')).toEqual({ outcome: 'never-owed' })
})

it('leaves what fails in a try on the side to the run that has the patience', async () => {
  const fail = async () => {
    throw new Error('the counter is broken')
  }
  const once = true
  const left = { outcome: 'left-to-its-run' }
  expect(await carryOutStep('recommendations', orderNumber, fail, once)).toEqual(left)
  expect(await step()).toMatchObject({ state: 'retrying', attempts: 1, lastError: 'the counter is broken' })
  expect(await carryOutStep('recommendations', orderNumber, async () => {}, once)).toEqual({
    outcome: 'done',
  })
  expect(await carryOutStep('recommendations', orderNumber, fail, once)).toEqual({ outcome: 'already-done' })
})
