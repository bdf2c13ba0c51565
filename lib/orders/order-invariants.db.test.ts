import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, orderOf, stockShop } from '@/lib/testing/open-shop'
import { beginOrder } from './begin-order'
import { placeOrder } from './place-order'
import { settleUnresolvedOrder } from './settle-unresolved-order'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())

const SKUS = ['A', 'B', 'C'] as const
const lines = fc.dictionary(fc.constantFrom(...SKUS), fc.integer({ min: 1, max: 6 }), {
  minKeys: 1,
  noNullPrototype: true,
})
const act = fc.oneof(
  fc.record({
    kind: fc.constant('place' as const),
    lines,
    token: fc.constantFrom('tok_ok', 'tok_declined', 'tok_flaky'),
    key: fc.integer({ min: 0, max: 5 }),
  }),
  fc.record({
    kind: fc.constant('die after the hold' as const),
    lines,
    token: fc.constantFrom('tok_ok', 'tok_declined'),
  }),
  fc.record({ kind: fc.constant('sweep' as const) }),
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

let number = 0
async function perform(one: Act): Promise<void> {
  if (one.kind === 'sweep') return sweep()
  const client = { clientId: 'c', key: `${++number}`, traceparent: null }
  if (one.kind === 'place')
    await placeOrder(orderOf(one.lines, one.token), { ...client, key: `reused-${one.key}` })
  else await beginOrder(orderOf(one.lines, one.token), client)
}

async function sweep(): Promise<void> {
  await db.order.updateMany({ where: { status: 'confirming' }, data: { settleAt: new Date(0) } })
  for (const { number } of await db.order.findMany({ where: { status: 'confirming' } }))
    await settleUnresolvedOrder(number)
}

it('whatever buyers, cards and crashes do, stock, holds, charges and owed steps agree', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), fc.boolean(), async (acts, atOnce) => {
      await emptyDatabase()
      await stockShop({ A: [5, 3], B: [4], C: [9, 1] })
      if (atOnce) await Promise.all(acts.map(perform))
      else for (const one of acts) await perform(one)
      await sweep()

      const { rows: strays } = await pool.query(
        `SELECT id FROM stock_line WHERE held <> (SELECT coalesce(sum(quantity), 0) FROM stock_hold
          WHERE stock_line_id = stock_line.id AND state = 'held') OR held > on_hand`,
      )
      expect(strays).toEqual([])
      const orders = await db.order.findMany({ include: { steps: true } })
      expect(orders.filter((order) => order.status === 'confirming')).toEqual([])
      const placed = orders.filter((order) => order.status === 'placed')
      const charges = await sandbox.authorizations()
      const ours = charges.filter(
        (one) => one.status === 'authorized' && orders.some((order) => order.number === one.reference),
      )
      expect(ours.map((one) => `${one.reference} ${one.amount}`).sort()).toEqual(
        placed.map((order) => `${order.number} ${order.totalMinor}`).sort(),
      )
      expect(placed.every((order) => order.steps.length === 3)).toBe(true)
      const holders = await db.stockHold.findMany({ where: { state: 'held' }, distinct: ['orderNumber'] })
      expect(holders.map((hold) => hold.orderNumber).sort()).toEqual(
        placed.map((order) => order.number).sort(),
      )
    }),
    { numRuns: 25 },
  )
})
