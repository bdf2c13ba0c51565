import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, orderOf, stockShop } from '@/lib/testing/open-shop'
import { carryOutStep } from './carry-out-step'
import { oweAgain } from './owe-again'
import { placeOrder } from './place-order'
import { recordStepError } from './record-step-error'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => emptyDatabase())

async function placed(): Promise<string> {
  await stockShop({ MILK: [5] })
  const placing = await placeOrder(orderOf({ MILK: 1 }), { clientId: 'c', key: 'k', traceparent: null })
  return JSON.parse(placing.outcome === 'answered' ? placing.body : '{}').orderNumber
}

it('says a step again that was given up, once in its quarter of an hour', async () => {
  const orderNumber = await placed()
  await recordStepError('confirmation-email', orderNumber, 'failed', new Error('no mail server'))
  const now = new Date()
  expect(await oweAgain(now)).toEqual({ steps: 1 })
  expect(await oweAgain(now)).toEqual({ steps: 0 })
  expect(await db.outboxEvent.count({ where: { subject: orderNumber } })).toBe(2)
})

it('says steps again whose run is lost, and none that is done or in time', async () => {
  const orderNumber = await placed()
  expect(await oweAgain(new Date())).toEqual({ steps: 0 })
  const later = new Date(Date.now() + 60 * 60 * 1000)
  expect(await oweAgain(later)).toEqual({ steps: 3 })
  for (const kind of ['confirmation-email', 'warehouse-notification', 'recommendations'] as const) {
    await carryOutStep(kind, orderNumber, async () => {})
  }
  expect(await oweAgain(new Date(later.getTime() + 60 * 60 * 1000))).toEqual({ steps: 0 })
})
