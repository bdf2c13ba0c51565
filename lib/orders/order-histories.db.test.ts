import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { House, orderAct } from '@/lib/testing/live-through-orders'
import { openBelts } from '@/lib/testing/open-belts'
import { openPickShop } from '@/lib/testing/open-pick-shop'
import { openTestSandbox } from '@/lib/testing/open-shop'
import { strayLines } from '@/lib/testing/tell-stock'
import { isInHouse } from './rules/order-transitions'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())

const day = fc.array(orderAct, { minLength: 8, maxLength: 30 })
const afterwards = fc.array(orderAct, { maxLength: 15 })

type Book = { reference: string; kind: string; amount: number }

async function providerMoved(): Promise<Book[]> {
  const books: Book[] = []
  for (let cursor: string | null = '0'; cursor !== null; ) {
    const answer = await fetch(`${sandbox.url}/v1/movements?since=2000-01-01T00:00:00Z&cursor=${cursor}`)
    const page = (await answer.json()) as { items: Book[]; nextCursor: string | null }
    books.push(...page.items)
    cursor = page.nextCursor
  }
  return books
}

const OWED = `
SELECT o.number, o.status::text, o.total_minor AS total,
  (SELECT coalesce(sum(line.quantity * ordered.unit_price_minor), 0)::int FROM shipment JOIN shipment_line line ON line.shipment_id = shipment.id
     JOIN order_line ordered ON ordered.order_number = o.number AND ordered.line_number = line.line_number
    WHERE shipment.order_number = o.number AND handed_over_at IS NOT NULL) AS shipped,
  (SELECT coalesce(sum(amount_minor), 0)::int FROM payment_movement WHERE order_number = o.number AND kind = 'refund') AS refunded,
  (SELECT coalesce(sum(amount_minor), 0)::int FROM payment_movement WHERE order_number = o.number AND id LIKE '%/refund/return-%') AS "forReturns",
  (SELECT coalesce(sum(back.quantity * ordered.unit_price_minor), 0)::int FROM order_return_line back
     JOIN order_line ordered USING (order_number, line_number) WHERE back.order_number = o.number) AS returned,
  (SELECT coalesce(sum(entry.amount_minor), 0)::int FROM money_entry entry JOIN payment_movement m ON m.id = entry.movement_id
    WHERE m.order_number = o.number AND account = 'reserved') AS reserved,
  (SELECT coalesce(sum(quantity), 0)::int FROM stock_hold WHERE order_number = o.number AND state IN ('held', 'lost')) AS held
FROM orders o`

type Owes = {
  number: string
  status: Parameters<typeof isInHouse>[0]
  total: number
  shipped: number
  refunded: number
} & {
  forReturns: number
  returned: number
  reserved: number
  held: number
}

it('whatever is ordered, short, cancelled, shipped, refunded and sent back, each pays for what carriers have, less what was given back', {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(day, afterwards, fc.boolean(), async (acts, then, inPairs) => {
      await emptyDatabase()
      await openPickShop([
        { sku: 'MILK', bin: 'A01-01-A1', quantity: 12 },
        { sku: 'BREAD', bin: 'A02-03-A1', quantity: 7 },
        { sku: 'BREAD', bin: 'A01-03-A1', quantity: 2 },
      ])
      await openBelts()
      const house = new House()
      for (let at = 0; at < acts.length; at += inPairs ? 2 : 1)
        await Promise.all(acts.slice(at, at + (inPairs ? 2 : 1)).map((one) => house.perform(one)))
      await house.finish()
      for (const one of then) await house.perform(one)
      await house.finish()

      const [moved, charges] = await Promise.all([providerMoved(), sandbox.authorizations()])
      const { rows } = await pool.query<Owes>(OWED)
      expect(await strayLines()).toEqual([])
      for (const owes of rows) {
        const sum = (kind: string) =>
          moved
            .filter((one) => one.reference === owes.number && one.kind === kind)
            .reduce((all, { amount }) => all + amount, 0)
        const [captured, refunded] = [sum('capture'), sum('refund')]
        expect({ ...owes, captured, isInHouse: isInHouse(owes.status) }).toMatchObject({
          ...{ captured: owes.shipped, held: 0, reserved: 0, isInHouse: false },
        })
        expect(refunded).toBe(owes.refunded)
        expect(owes.refunded - owes.forReturns).toBe(house.promised.get(owes.number) ?? 0)
        expect(owes.forReturns).toBeLessThanOrEqual(owes.returned)
        // All that came back is paid back, unless nothing was left of what was paid.
        if (refunded < captured) expect(owes.forReturns).toBe(owes.returned)
        expect(captured - refunded).toBeGreaterThanOrEqual(0)
        if (owes.status === 'shipped' || owes.status === 'returned') expect(captured).toBeGreaterThan(0)
        if (owes.status === 'cancelled') expect(captured).toBe(0)
      }
      const open = charges.filter(
        (one) => one.status === 'authorized' && rows.some((row) => row.number === one.reference),
      )
      for (const { reference, amount } of open)
        expect(rows.find((row) => row.number === reference)?.shipped).toBe(amount)
    }),
    { numRuns: 15 },
  )
})
