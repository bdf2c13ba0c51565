import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { placeOrder } from '@/lib/orders/place-order'
import { settleUnresolvedOrder } from '@/lib/orders/settle-unresolved-order'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, orderOf, SHOP, stockShop } from '@/lib/testing/open-shop'
import { beginReconciliation } from './begin-reconciliation'
import { oweMovement } from './owe-movement'
import { reconcilePayments } from './reconcile-payments'
import type { OwedMovement } from './schema'
import { settleMovements } from './settle-movements'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeEach(async () => {
  sandbox = await openTestSandbox()
})
afterEach(() => sandbox.close())

const ORDERS = 3
const TOTAL = 1000
const order = fc.nat({ max: ORDERS - 1 })
const amountMinor = fc.integer({ min: 1, max: 700 })
// Few operations, so that the same one is asked for again, sometimes with another amount.
const operation = fc.nat({ max: 3 })
const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('capture' as const), order, amountMinor, operation }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('refund' as const), order, amountMinor, operation }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('void' as const), order }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('settle' as const), order }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reconcile' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), order }) },
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

/** What was agreed to, by movement: what the order owes in the end. */
type Owed = Map<string, { order: string; kind: string; amountMinor: number }>

let orders = 0
async function placed(): Promise<string> {
  const client = { clientId: 'key:test', key: `order-${++orders}`, traceparent: null }
  const placing = await placeOrder(orderOf({ MILK: 4 }), client)
  const { orderNumber } = JSON.parse(placing.outcome === 'answered' ? placing.body : '{}')
  await settleUnresolvedOrder(orderNumber)
  return orderNumber
}

async function owe(movement: OwedMovement, owed: Owed): Promise<void> {
  const client = await pool.connect()
  const { outcome } = await oweMovement(client, movement).finally(() => client.release())
  const amount = movement.kind === 'void' ? 0 : movement.amountMinor
  if (outcome === 'owed')
    owed.set(movement.id, { order: movement.orderNumber, kind: movement.kind, amountMinor: amount })
}

async function perform(one: Act, numbers: string[], owed: Owed): Promise<void> {
  if (one.kind === 'reconcile') return reconcile()
  const orderNumber = numbers[one.order] ?? ''
  const about = { orderNumber, site: SHOP }
  if (one.kind === 'settle') await settleMovements(orderNumber)
  else if (one.kind === 'cut') await cutOff(orderNumber)
  else if (one.kind === 'void') await owe({ ...about, id: `${orderNumber}/void`, kind: 'void' }, owed)
  else {
    const { kind, operation, amountMinor } = one
    await owe({ ...about, id: `${orderNumber}/${kind}/${operation}`, kind, amountMinor }, owed)
  }
}

// The provider is gone while we ask.
async function cutOff(orderNumber: string): Promise<void> {
  process.env.PAYMENT_SANDBOX_URL = 'http://127.0.0.1:1'
  await settleMovements(orderNumber)
  process.env.PAYMENT_SANDBOX_URL = sandbox.url
}

let reconciliations = 0
async function reconcile(): Promise<void> {
  const realNow = Date.now
  Date.now = () => realNow() + 120_000
  const id = `history-${++reconciliations}`
  try {
    await beginReconciliation({ id, askedBy: 'test', now: new Date(Date.now()) })
    await reconcilePayments(id)
  } finally {
    Date.now = realNow
  }
}

async function settleAll(numbers: string[]): Promise<void> {
  for (let round = 0; (await db.paymentMovement.count({ where: { state: 'owed' } })) > 0; round++) {
    if (round > 40) throw new Error('movements stay owed')
    await db.paymentMovement.updateMany({ where: { state: 'owed' }, data: { dueAt: new Date(0) } })
    await Promise.all([...numbers, ...numbers].map(settleMovements))
  }
}

async function checkBooks(numbers: string[], owed: Owed): Promise<void> {
  const { rows: unbalanced } = await pool.query(
    `SELECT movement_id FROM money_entry GROUP BY movement_id, currency HAVING sum(amount_minor) <> 0
     UNION ALL SELECT id FROM payment_movement m WHERE state = 'done' AND amount_minor > 0
       AND (SELECT count(*) FROM money_entry WHERE movement_id = m.id) <> 2`,
  )
  expect(unbalanced).toEqual([])
  const theirs = await sandbox.movements()
  for (const number of numbers) {
    const sum = (kind: string) =>
      theirs.reduce(
        (total, one) => (one.reference === number && one.kind === kind ? total + one.amount : total),
        0,
      )
    const agreed = (kind: string) =>
      [...owed.values()].reduce(
        (total, one) => (one.order === number && one.kind === kind ? total + one.amountMinor : total),
        0,
      )
    expect([number, sum('capture') - sum('refund')]).toEqual([number, agreed('capture') - agreed('refund')])
    expect(sum('capture') + sum('void')).toBeLessThanOrEqual(TOTAL)
    expect(sum('refund')).toBeLessThanOrEqual(sum('capture'))
    const { rows } = await pool.query<{ account: string; sum: number }>(
      `SELECT account, sum(entry.amount_minor)::int FROM money_entry entry JOIN payment_movement m ON m.id = movement_id
        WHERE order_number = $1 GROUP BY account`,
      [number],
    )
    const balance = Object.fromEntries(rows.map((row) => [row.account, row.sum]))
    expect(balance.provider ?? 0).toBe(sum('capture') - sum('refund'))
    expect(balance.reserved).toBe(TOTAL - sum('capture') - sum('void'))
  }
}

it('whatever is owed, lost, cut off, told twice or reconciled, both books say what the orders owe', {
  timeout: 180_000,
}, async () => {
  const shares = { error: 0.1, busy: 0.1, twice: 0.2, disorder: 0.1 }
  await fetch(`${sandbox.url}/v1/faults`, { method: 'PUT', body: JSON.stringify({ shares }) })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), fc.boolean(), async (acts, atOnce) => {
      await emptyDatabase()
      await stockShop({ MILK: [100] })
      const numbers = await Promise.all(Array.from({ length: ORDERS }, placed))
      const owed: Owed = new Map()
      const isAlone = ({ kind }: Act) => kind === 'reconcile' || kind === 'cut'
      if (atOnce)
        await Promise.all(acts.filter((one) => !isAlone(one)).map((one) => perform(one, numbers, owed)))
      else for (const one of acts) await perform(one, numbers, owed)
      await settleAll(numbers)
      await checkBooks(numbers, owed)
    }),
    { numRuns: 40 },
  )
})

it('loses no cent of movements whose answers are lost', { timeout: 60_000 }, async () => {
  await emptyDatabase()
  await stockShop({ MILK: [100] })
  const numbers = await Promise.all(Array.from({ length: ORDERS }, placed))
  await fetch(`${sandbox.url}/v1/faults`, { method: 'PUT', body: JSON.stringify({ shares: { lost: 1 } }) })
  const owed: Owed = new Map()
  for (const orderNumber of numbers) {
    const about = { orderNumber, site: SHOP }
    await owe({ ...about, id: `${orderNumber}/capture/1`, kind: 'capture', amountMinor: 600 }, owed)
    await owe({ ...about, id: `${orderNumber}/refund/1`, kind: 'refund', amountMinor: 250 }, owed)
    await owe({ ...about, id: `${orderNumber}/void`, kind: 'void' }, owed)
  }
  // One is mended by reconciling, before anybody asks again.
  await settleMovements(numbers[0] ?? '')
  await reconcile()
  expect(await db.paymentReconciliation.findFirst()).toMatchObject({ repaired: 1 })
  await settleAll(numbers)
  await checkBooks(numbers, owed)
})
