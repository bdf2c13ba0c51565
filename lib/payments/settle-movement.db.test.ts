import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { placeOrder } from '@/lib/orders/place-order'
import { settleUnresolvedOrder } from '@/lib/orders/settle-unresolved-order'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, orderOf, SHOP, stockShop } from '@/lib/testing/open-shop'
import { oweMovement } from './owe-movement'
import { findMoney } from './queries'
import type { OwedMovement } from './schema'
import { settleMovement } from './settle-movement'
import { settleMovements } from './settle-movements'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [100] })
})

let orders = 0
/** An order of 1,000 cents. */
async function placed(token = 'tok_ok'): Promise<string> {
  const client = { clientId: 'key:test', key: `order-${++orders}`, traceparent: null }
  const placing = await placeOrder(orderOf({ MILK: 4 }, token), client)
  return JSON.parse(placing.outcome === 'answered' ? placing.body : '{}').orderNumber
}

async function owe(movement: Omit<OwedMovement, 'site'> & Record<string, unknown>) {
  const client = await pool.connect()
  try {
    return await oweMovement(client, { site: SHOP, ...movement } as OwedMovement)
  } finally {
    client.release()
  }
}
const capture = (orderNumber: string, amountMinor: number, shipment = '1') =>
  owe({ id: `${orderNumber}/capture/${shipment}`, orderNumber, kind: 'capture', amountMinor })
const refund = (orderNumber: string, amountMinor: number, operation = '1') =>
  owe({ id: `${orderNumber}/refund/${operation}`, orderNumber, kind: 'refund', amountMinor })
const release = (orderNumber: string) => owe({ id: `${orderNumber}/void`, orderNumber, kind: 'void' })

async function balances(): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ account: string; sum: number }>(
    'SELECT account, sum(amount_minor)::int FROM money_entry GROUP BY account',
  )
  return Object.fromEntries(rows.map(({ account, sum }) => [account, sum]))
}

it('keeps the charge of a placed order as a movement that is done', async () => {
  const orderNumber = await placed()
  const money = await findMoney(orderNumber)
  expect(money).toMatchObject({ authorisedMinor: 1000, capturedMinor: 0, voided: false, owed: [] })
  expect(money.movements).toMatchObject([
    { id: `${orderNumber}/authorise`, state: 'done', provider: 'sandbox' },
  ])
  expect(await balances()).toEqual({ buyer: -1000, reserved: 1000 })
})

describe('owing', () => {
  it('the same movement twice owes it once', async () => {
    const orderNumber = await placed()
    expect(await capture(orderNumber, 400)).toEqual({ outcome: 'owed' })
    expect(await capture(orderNumber, 400)).toEqual({ outcome: 'known' })
    expect((await findMoney(orderNumber)).owed).toHaveLength(1)
    expect(await db.outboxEvent.count({ where: { name: 'payments/movement.owed' } })).toBe(1)
  })

  it('never more than is reserved, nor more back than was captured, what is owed included', async () => {
    const orderNumber = await placed()
    expect(await refund(orderNumber, 1)).toEqual({ outcome: 'too-much', leftMinor: 0 })
    await capture(orderNumber, 700)
    expect(await capture(orderNumber, 301, '2')).toEqual({ outcome: 'too-much', leftMinor: 300 })
    await refund(orderNumber, 600)
    expect(await refund(orderNumber, 101, '2')).toEqual({ outcome: 'too-much', leftMinor: 100 })
    expect(await release(orderNumber)).toEqual({ outcome: 'owed' })
    expect(await capture(orderNumber, 1, '3')).toEqual({ outcome: 'too-much', leftMinor: 0 })
  })

  it('by twenty at once lets only as many in as there is money for', async () => {
    const orderNumber = await placed()
    const owing = await Promise.all(
      Array.from({ length: 20 }, (_, index) => capture(orderNumber, 300, String(index))),
    )
    expect(owing.filter(({ outcome }) => outcome === 'owed')).toHaveLength(3)
  })

  it('for an order that was never charged says so', async () => {
    expect(await capture('nobody', 1)).toEqual({ outcome: 'no-payment' })
  })
})

describe('settling', () => {
  it('runs twice, changes once', async () => {
    const orderNumber = await placed()
    await capture(orderNumber, 400)
    const id = `${orderNumber}/capture/1`
    const settled = await Promise.all(Array.from({ length: 4 }, () => settleMovement(id)))
    expect(settled.map(({ outcome }) => outcome)).toContain('done')
    expect(await settleMovement(id)).toEqual({ outcome: 'done' })
    expect(await balances()).toEqual({ buyer: -1000, reserved: 600, provider: 400 })
    expect(await db.outboxEvent.count({ where: { name: 'payments/movement.done' } })).toBe(1)
    const moved = (await sandbox.movements()).filter(({ reference }) => reference === orderNumber)
    expect(moved.map(({ kind }) => kind)).toEqual(['authorise', 'capture'])
  })

  it('goes in the order in which movements were owed: a void releases what captures left', async () => {
    const orderNumber = await placed()
    await capture(orderNumber, 400)
    await release(orderNumber)
    await refund(orderNumber, 150)
    expect(await settleMovement(`${orderNumber}/void`)).toEqual({ outcome: 'owed' })
    expect(await settleMovements(orderNumber)).toEqual({ settled: 3, owed: 0 })
    expect(await findMoney(orderNumber)).toMatchObject({
      capturedMinor: 400,
      refundedMinor: 150,
      voided: true,
    })
    expect(await balances()).toEqual({ buyer: -250, reserved: 0, provider: 250 })
    expect(await db.payment.findFirst()).toMatchObject({ state: 'authorised' })
  })

  it('says that the card is voided when nothing was captured', async () => {
    const orderNumber = await placed()
    await release(orderNumber)
    await settleMovements(orderNumber)
    expect(await db.payment.findFirst()).toMatchObject({ state: 'voided' })
    expect(await balances()).toEqual({ buyer: 0, reserved: 0 })
  })

  it('closes what the provider refuses, without entries, and goes on with the next', async () => {
    const orderNumber = await placed()
    await fetch(`${sandbox.url}/v1/authorizations/cancel`, {
      method: 'POST',
      body: JSON.stringify({ idempotencyKey: orderNumber }),
    })
    await capture(orderNumber, 400)
    expect(await settleMovements(orderNumber)).toEqual({ settled: 1, owed: 0 })
    expect((await findMoney(orderNumber)).movements[1]).toMatchObject({
      state: 'refused',
      lastError: 'only 0 left to capture',
    })
    expect(await balances()).toEqual({ buyer: -1000, reserved: 1000 })
    expect(await capture(orderNumber, 400, 'again')).toEqual({ outcome: 'owed' })
  })

  it.each(['tok_lost', 'tok_flaky', 'tok_busy', 'tok_drip', 'tok_twice', 'tok_disorder'])(
    'with %s is done once, whatever was answered',
    { timeout: 40_000 },
    async (token) => {
      const orderNumber = await placed(token)
      await settleUnresolvedOrder(orderNumber)
      await capture(orderNumber, 400)
      await refund(orderNumber, 100)
      await settleMovements(orderNumber)
      await db.paymentMovement.updateMany({ where: { state: 'owed' }, data: { dueAt: new Date(0) } })
      await settleMovements(orderNumber)
      await db.paymentMovement.updateMany({ where: { state: 'owed' }, data: { dueAt: new Date(0) } })
      expect((await settleMovements(orderNumber)).owed).toBe(0)
      const moved = (await sandbox.movements()).filter(({ reference }) => reference === orderNumber)
      expect(moved.map(({ kind, amount }) => `${kind} ${amount}`)).toEqual([
        'authorise 1000',
        'capture 400',
        'refund 100',
      ])
      expect(await balances()).toEqual({ buyer: -900, reserved: 600, provider: 300 })
    },
  )

  it('waits as long as a busy provider asks for', async () => {
    const orderNumber = await placed('tok_busy')
    await capture(orderNumber, 400)
    const before = Date.now()
    expect(await settleMovements(orderNumber)).toEqual({ settled: 0, owed: 1 })
    const [owed] = (await findMoney(orderNumber)).owed
    expect(owed?.lastError).toContain('busy')
    expect(owed?.dueAt.getTime()).toBeGreaterThanOrEqual(before + 1_000)
  })
})
