import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { placeOrder } from '@/lib/orders/place-order'
import { beginReconciliation } from '@/lib/payments/begin-reconciliation'
import { oweMovement } from '@/lib/payments/owe-movement'
import { findMoney } from '@/lib/payments/queries'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, orderOf, SHOP, stockShop } from '@/lib/testing/open-shop'
import { askReconciliationEveryNight } from './ask-reconciliation-every-night'
import { inngest, transport } from './client'
import { type Engine, openEngine } from './engine/open-engine'
import { until } from './engine/testing/open-test-engine'
import { introduce } from './introduce'
import { reconcilePaymentsWhenAsked } from './reconcile-payments-when-asked'
import { settleMovementWhenOwed } from './settle-movement-when-owed'
import { settleMovementsEveryMinute } from './settle-movements-every-minute'

const functions = [
  settleMovementWhenOwed,
  settleMovementsEveryMinute,
  reconcilePaymentsWhenAsked,
  askReconciliationEveryNight,
]
let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
let engine: Engine | undefined
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [100] })
  if (!transport) throw new Error('the tests need the embedded engine')
  await introduce()
  engine = await openEngine({
    client: inngest,
    transport,
    functions,
    pollMs: 20,
    backoff: { delaysMs: [0], jitterMs: 0 },
  })
})
afterEach(() => engine?.stop())

async function placed(token: string): Promise<string> {
  const client = { clientId: 'key:test', key: token, traceparent: null }
  const placing = await placeOrder(orderOf({ MILK: 4 }, token), client)
  return JSON.parse(placing.outcome === 'answered' ? placing.body : '{}').orderNumber
}

async function shipAndRefund(orderNumber: string): Promise<void> {
  const about = { orderNumber, site: SHOP }
  const client = await pool.connect()
  await client.query('BEGIN')
  await oweMovement(client, {
    ...about,
    id: `${orderNumber}/capture/1`,
    kind: 'capture',
    amountMinor: 600,
  })
  await oweMovement(client, { ...about, id: `${orderNumber}/void`, kind: 'void' })
  await oweMovement(client, { ...about, id: `${orderNumber}/refund/1`, kind: 'refund', amountMinor: 100 })
  await client.query('COMMIT')
  client.release()
}

it.each(['tok_ok', 'tok_flaky'])(
  'what an order owes with %s is settled by the night shift',
  async (token) => {
    const orderNumber = await placed(token)
    await shipAndRefund(orderNumber)
    await until(async () => (await findMoney(orderNumber)).owed.length === 0)
    expect(await findMoney(orderNumber)).toMatchObject({
      capturedMinor: 600,
      refundedMinor: 100,
      voided: true,
    })
  },
)

it('reconciles when it is asked to', async () => {
  await beginReconciliation({ id: 'one', askedBy: 'person:1', now: new Date() })
  await until(async () => (await db.paymentReconciliation.count({ where: { state: 'done' } })) === 1)
})
