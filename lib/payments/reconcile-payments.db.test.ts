import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { placeOrder } from '@/lib/orders/place-order'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, orderOf, SHOP, stockShop } from '@/lib/testing/open-shop'
import { beginReconciliation } from './begin-reconciliation'
import { oweMovement } from './owe-movement'
import { findMoney, listReconciliations } from './queries'
import { reconcilePayments } from './reconcile-payments'
import { settleMovements } from './settle-movements'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeEach(async () => {
  sandbox = await openTestSandbox()
  await emptyDatabase()
  await stockShop({ MILK: [100] })
})
afterEach(() => sandbox.close())

let orders = 0
async function placed(): Promise<string> {
  const client = { clientId: 'key:test', key: `order-${++orders}`, traceparent: null }
  const placing = await placeOrder(orderOf({ MILK: 4 }), client)
  return JSON.parse(placing.outcome === 'answered' ? placing.body : '{}').orderNumber
}

async function owe(orderNumber: string, kind: 'capture' | 'refund', amountMinor: number): Promise<string> {
  const id = `${orderNumber}/${kind}/1`
  const client = await pool.connect()
  await oweMovement(client, { id, orderNumber, site: SHOP, kind, amountMinor })
  client.release()
  return id
}

/** What the provider does though nobody here hears of it. */
async function behindOurBack(orderNumber: string, kind: 'capture' | 'refund', amount: number): Promise<void> {
  const authorization = (await db.payment.findUniqueOrThrow({ where: { orderNumber } })).reference
  const headers = { 'content-type': 'application/json', 'idempotency-key': `${orderNumber}/${kind}/1` }
  const body = JSON.stringify({ authorization, amount })
  await fetch(`${sandbox.url}/v1/${kind}s`, { method: 'POST', headers, body })
}

/** Reconciles as if two minutes had passed since all that happened. */
async function reconcile() {
  const id = randomUUID()
  const minutes = 120_000
  const realNow = Date.now
  Date.now = () => realNow() + minutes
  try {
    await beginReconciliation({ id, askedBy: 'person:1', now: new Date(Date.now()) })
    return await reconcilePayments(id)
  } finally {
    Date.now = realNow
  }
}
const named = ({ differences }: Awaited<ReturnType<typeof reconcile>>) =>
  differences.map(({ id, difference, repaired }) => `${id} ${difference}${repaired ? ', repaired' : ''}`)

it('finds nothing where the books agree, and keeps the report', async () => {
  const orderNumber = await placed()
  await owe(orderNumber, 'capture', 400)
  await settleMovements(orderNumber)
  expect(named(await reconcile())).toEqual([])
  const { items, nextCursor } = await listReconciliations(1)
  expect(items).toMatchObject([
    { state: 'done', provider: 'sandbox', askedBy: 'person:1', differences: [], repaired: 0 },
  ])
  expect(items[0]?.compared).toBeGreaterThanOrEqual(2)
  expect(nextCursor).toBeNull()
})

it('takes up what the provider did and we did not know as done, once', async () => {
  const late = await placed()
  const unknown = await placed()
  await owe(late, 'capture', 400)
  await behindOurBack(late, 'capture', 400)
  await behindOurBack(unknown, 'capture', 700)
  expect(named(await reconcile()).sort()).toEqual([
    `${late}/capture/1 state-differs, repaired`,
    `${unknown}/capture/1 missing-here, repaired`,
  ])
  expect(await findMoney(late)).toMatchObject({ capturedMinor: 400, owed: [] })
  expect(await findMoney(unknown)).toMatchObject({ capturedMinor: 700, owed: [] })
  const { rows } = await pool.query('SELECT sum(amount_minor)::int AS sum FROM money_entry')
  expect(rows).toEqual([{ sum: 0 }])
  expect(named(await reconcile())).toEqual([])
})

it('names what it must not mend: another amount, and what the provider does not know', async () => {
  const differing = await placed()
  const missing = await placed()
  await owe(differing, 'capture', 400)
  await behindOurBack(differing, 'capture', 300)
  await db.paymentMovement.create({
    data: {
      id: `${missing}/capture/1`,
      orderNumber: missing,
      siteId: SHOP,
      kind: 'capture',
      amountMinor: 50,
      currency: 'EUR',
      provider: 'sandbox',
      state: 'done',
      dueAt: new Date(),
      createdAt: new Date(),
      doneAt: new Date(),
    },
  })
  expect(named(await reconcile()).sort()).toEqual([
    `${differing}/capture/1 amounts-differ`,
    `${missing}/capture/1 missing-there`,
  ])
  expect((await findMoney(differing)).owed).toHaveLength(1)
})

it('begun twice by one id runs once, and finished is left as it is', async () => {
  const wanted = { id: 'night-1', askedBy: 'the night', now: new Date() }
  await beginReconciliation(wanted)
  await beginReconciliation(wanted)
  expect(await db.outboxEvent.count({ where: { name: 'payments/reconciliation.asked' } })).toBe(1)
  expect(await reconcilePayments('night-1')).toMatchObject({ outcome: 'done' })
  expect(await reconcilePayments('night-1')).toMatchObject({ outcome: 'known' })
})

it('says in its report that the provider could not be asked, and can be tried again', async () => {
  await beginReconciliation({ id: 'night-2', askedBy: 'the night', now: new Date() })
  process.env.PAYMENT_SANDBOX_URL = 'http://127.0.0.1:1'
  await expect(reconcilePayments('night-2')).rejects.toThrow('ECONNREFUSED')
  process.env.PAYMENT_SANDBOX_URL = sandbox.url
  expect(await db.paymentReconciliation.findFirst()).toMatchObject({ state: 'failed' })
  expect(await reconcilePayments('night-2')).toMatchObject({ outcome: 'done' })
})
