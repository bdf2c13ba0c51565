import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openPickShop, orderToPick } from '@/lib/testing/open-pick-shop'
import { openTestSandbox, SHOP } from '@/lib/testing/open-shop'
import { strayLines } from '@/lib/testing/tell-stock'
import { confirmPicks } from './confirm-picks'
import { giveBackTour } from './give-back-tour'
import { nextTour } from './next-tour'
import { readTour } from './read-tour'
import { shortPick } from './short-pick'
import { sweepTours } from './sweep-tours'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())

const SKUS = ['MILK', 'BREAD', 'TEA']
const SHELVES = [
  ...['A01-01-A1', 'A02-05-B1', 'A03-08-A1'].map((bin) => ({ sku: 'MILK', bin, quantity: 12 })),
  ...['A01-04-A2', 'A03-02-A1'].map((bin) => ({ sku: 'BREAD', bin, quantity: 12 })),
  { sku: 'TEA', bin: 'A02-07-A1', quantity: 4, lot: 'OLD', expiresOn: '2099-01-01' },
  { sku: 'TEA', bin: 'A02-08-A1', quantity: 20, lot: 'NEW', expiresOn: '2099-02-01' },
]

const picker = fc.constantFrom('ann', 'ben')
const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('order' as const),
      lines: fc.array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('next' as const), who: picker }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('confirm' as const),
      who: picker,
      stop: fc.nat(),
      part: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('short' as const),
      who: picker,
      stop: fc.nat(),
      found: fc.nat({ max: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('give-back' as const), who: picker }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('vanish' as const), who: picker }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('again' as const) }) },
)
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never
type Said = () => Promise<unknown>

/** The tour a picker has in hand, their own view of it: the last one they asked for. */
const hands = new Map<string, string>()
let said: Said[] = []
let number = 0

async function carryOut(one: Act): Promise<void> {
  const now = new Date()
  if (one.does === 'again') return void (await Promise.all(said.slice(-3).map((say) => say())))
  if (one.does === 'order') {
    const lines = Object.fromEntries(SKUS.flatMap((sku, at) => (one.lines[at] ? [[sku, one.lines[at]]] : [])))
    if (Object.keys(lines).length > 0) await orderToPick(lines).catch(() => undefined)
    return
  }
  if (one.does === 'next') {
    const tour = await nextTour(SHOP, { id: one.who, name: one.who }, now)
    if (tour) hands.set(one.who, tour.tourId)
    return
  }
  const tourId = hands.get(one.who)
  const tour = tourId === undefined ? null : await readTour(tourId)
  if (!tour) return
  if (one.does === 'give-back') return void (await giveBackTour(tour.tourId, one.who, 'tired', now))
  if (one.does === 'vanish') {
    await pool.query(`UPDATE tour SET lease_until = now() - interval '1 second' WHERE id = $1`, [tour.tourId])
    return void (await sweepTours(now))
  }
  const stop = tour.stops[one.stop % tour.stops.length]
  if (!stop) return
  const operationId = `o${++number}`
  const { seq, bin, sku } = stop
  const left = Math.max(1, stop.quantity - stop.picked)
  const say: Said =
    one.does === 'confirm'
      ? () =>
          confirmPicks(
            tour.tourId,
            one.who,
            [{ operationId, seq, bin, sku, quantity: one.part ? 1 : left, at: now.toISOString() }],
            now,
          )
      : () => shortPick(tour.tourId, one.who, { operationId, seq, found: one.found, reason: 'empty' }, now)
  said.push(say)
  // Two at the same moment, as a phone does that heard no answer.
  await Promise.all([say(), say()])
}

/** Units that orders asked for, and what became of them: none is anywhere twice, and none is nowhere. */
async function unaccounted(): Promise<unknown[]> {
  const { rows } = await pool.query(
    `SELECT line.order_number, line.sku, line.quantity, told.*, picks.units FROM order_line line
       JOIN orders ON orders.number = line.order_number AND orders.status = 'placed'
       CROSS JOIN LATERAL (SELECT coalesce(sum(quantity) FILTER (WHERE hold.state = 'held'), 0) AS held,
            coalesce(sum(quantity) FILTER (WHERE hold.state = 'picked'), 0) AS picked,
            coalesce(sum(quantity) FILTER (WHERE hold.state = 'lost'), 0) AS lost
         FROM stock_hold hold WHERE hold.order_number = line.order_number AND hold.line_number = line.line_number) told
       CROSS JOIN LATERAL (SELECT coalesce(sum(stop.picked), 0) AS units FROM tour_stop stop
         WHERE stop.order_number = line.order_number AND stop.line_number = line.line_number) picks
      WHERE held + told.picked + lost <> line.quantity OR told.picked <> picks.units`,
  )
  return rows
}

it('keeps stock, holds and orders right through any history of tours, confirmations, shorts and give-backs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 40 }), async (history) => {
      await emptyDatabase()
      hands.clear()
      said = []
      await openPickShop(SHELVES)
      for (const one of history) await carryOut(one)
      await sweepTours(new Date())
      expect(await strayLines()).toEqual([])
      expect(await unaccounted()).toEqual([])
      // No list is in two walking tours, and none is touring without one.
      const twice = await pool.query(
        `SELECT order_number FROM tour_stop stop JOIN tour ON tour.id = stop.tour_id WHERE tour.state = 'walking' AND stop.state = 'open'
          GROUP BY order_number HAVING count(DISTINCT tour.id) > 1`,
      )
      expect(twice.rows).toEqual([])
      const adrift = await pool.query(
        `SELECT order_number FROM pick_list list WHERE state = 'touring' AND NOT EXISTS (
           SELECT 1 FROM tour_stop stop JOIN tour ON tour.id = stop.tour_id
            WHERE stop.order_number = list.order_number AND tour.state = 'walking' AND stop.state = 'open')`,
      )
      expect(adrift.rows).toEqual([])
      const open = await db.pickAct.count({ where: { isOwed: true } })
      expect(open).toBe(0)
    }),
    { numRuns: 12 },
  )
}, 240_000)
