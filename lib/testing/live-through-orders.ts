import fc from 'fast-check'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { followOrder } from '@/lib/orders/follow-order'
import { placeOrder } from '@/lib/orders/place-order'
import { refundOrder } from '@/lib/orders/refund-order'
import { returnOrder } from '@/lib/orders/return-order'
import { shipShort } from '@/lib/orders/ship-short'
import { openPickList } from '@/lib/picking/open-pick-list'
import { returnPicked } from '@/lib/picking/return-picked'
import type { Tour } from '@/lib/picking/schema'
import { stopPicking } from '@/lib/picking/stop-picking'
import { sweepTours } from '@/lib/picking/sweep-tours'
import { db, pool } from '@/lib/platform/db'
import { orderOf, SHOP } from './open-shop'
import { beginTourOf, handOver, packTote, settleMoney, walkTour } from './walk-orders'

const SKUS = ['MILK', 'BREAD'] as const
const which = fc.nat({ max: 9 })
/** What may happen to the orders of a day. */
export const orderAct = fc.oneof(
  fc.record({
    kind: fc.constant('place' as const),
    lines: fc.dictionary(fc.constantFrom(...SKUS), fc.integer({ min: 1, max: 4 }), {
      minKeys: 1,
      noNullPrototype: true,
    }),
    // Cards that fail once, are busy, answer twice or out of order, at every act of the order.
    token: fc.constantFrom('tok_ok', 'tok_flaky', 'tok_busy', 'tok_twice', 'tok_disorder', 'tok_declined'),
  }),
  fc.record({ kind: fc.constant('begin a tour' as const) }),
  fc.record({
    kind: fc.constant('walk' as const),
    stops: fc.integer({ min: 1, max: 4 }),
    missing: fc.subarray([...SKUS]),
  }),
  fc.record({
    kind: fc.constantFrom('pack' as const, 'hand over' as const, 'cancel' as const, 'ship short' as const),
    which,
  }),
  fc.record({
    kind: fc.constant('refund' as const),
    which,
    amount: fc.option(fc.integer({ min: 1, max: 900 })),
  }),
  fc.record({
    kind: fc.constant('return' as const),
    which,
    sku: fc.constantFrom(...SKUS),
    quantity: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant('send off' as const), missing: fc.subarray([...SKUS]) }),
  fc.record({ kind: fc.constant('settle' as const) }),
)
export type OrderAct = typeof orderAct extends fc.Arbitrary<infer Value> ? Value : never

let number = 0
const WISH = { by: 'Sue', reason: 'test' }
const nth = <Item>(items: Item[], n: number): Item | undefined => items[n % Math.max(1, items.length)]

/** A house and its people on such a day: each act does what its person would, and what does not fit is refused. */
export class House {
  orders: string[] = []
  tours: Tour[] = []
  parcels: string[] = []
  /** What buyers were promised to get back, by what the verbs answered. */
  promised = new Map<string, number>()

  async place(one: Extract<OrderAct, { kind: 'place' }>): Promise<void> {
    const client = { clientId: 'c', key: `history-${++number}`, traceparent: null }
    const placing = await placeOrder(orderOf(one.lines, one.token), client)
    if (placing.outcome !== 'answered' || placing.status !== 201) return
    const { orderNumber } = JSON.parse(placing.body)
    await openPickList({ siteId: SHOP, orderNumber, customerName: 'Ada', placedAt: new Date() })
    this.orders.push(orderNumber)
  }

  async beginTour(): Promise<void> {
    const tour = await beginTourOf()
    if (tour && !this.tours.some(({ tourId }) => tourId === tour.tourId)) this.tours.push(tour)
  }

  async walk(stops: number, missing: string[]): Promise<void> {
    const tour = this.tours.at(-1)
    if (!tour) return
    const { rows } = await pool.query<{ seq: number }>(
      `SELECT seq FROM tour_stop WHERE tour_id = $1 AND state = 'open' ORDER BY seq LIMIT $2`,
      [tour.tourId, stops],
    )
    const open = tour.stops.filter(({ seq }) => rows.some((row) => row.seq === seq))
    await walkTour({ ...tour, stops: open }, missing)
  }

  async cancel(orderNumber: string): Promise<void> {
    const { outcome } = await cancelOrder(orderNumber, WISH, new Date())
    if (outcome === 'cancelled') await this.clearAway(orderNumber)
  }

  /** As the night shift does. */
  async clearAway(orderNumber: string): Promise<void> {
    await stopPicking(orderNumber, new Date())
    await returnPicked(orderNumber, new Date())
  }

  async refund(orderNumber: string, amount: number | null): Promise<void> {
    const asked = amount === null ? {} : { amount: { amount, currency: 'EUR' } }
    const refunding = await refundOrder(
      orderNumber,
      { ...asked, reason: 'test', operationId: `r${++number}` },
      'Sue',
      new Date(),
    )
    if (refunding.outcome === 'owed')
      this.promised.set(orderNumber, (this.promised.get(orderNumber) ?? 0) + refunding.amountMinor)
  }

  async perform(one: OrderAct): Promise<void> {
    const order = 'which' in one ? nth(this.orders, one.which) : undefined
    switch (one.kind) {
      case 'place':
        return this.place(one)
      case 'begin a tour':
        return this.beginTour()
      case 'walk':
        return this.walk(one.stops, one.missing)
      case 'pack': {
        const tote = nth(
          this.tours.flatMap(({ totes }) => totes.map(({ tote }) => tote)),
          one.which,
        )
        const parcel = tote && (await packTote(tote))
        if (parcel) this.parcels.push(parcel)
        return
      }
      case 'hand over':
        return void (await handOver(nth(this.parcels, one.which) ?? ''))
      case 'cancel':
        return order ? this.cancel(order) : undefined
      case 'ship short':
        return order ? void (await shipShort(order, WISH, new Date())) : undefined
      case 'refund':
        return order ? this.refund(order, one.amount) : undefined
      case 'return': {
        const { sku, quantity } = one
        const request = { lines: [{ sku, quantity }], reason: 'test', operationId: `b${++number}` }
        return order ? void (await returnOrder(order, request, 'Sue', new Date())) : undefined
      }
      case 'send off':
        return this.sendOff(one.missing)
      case 'settle':
        return settleMoney()
    }
  }

  /** One tour from its beginning to the carriers. */
  async sendOff(missing: string[]): Promise<void> {
    await this.beginTour()
    await this.walk(99, missing)
    await this.packAll()
  }

  async packAll(): Promise<void> {
    for (const { totes } of this.tours)
      for (const { tote } of totes) {
        const parcel = await packTote(tote)
        if (parcel) await handOver(parcel)
      }
  }

  /** The day ends: what can be picked is picked, packed and handed over, what is missing is given up. */
  async finish(): Promise<void> {
    await sweepTours(new Date())
    for (let round = 0; round < 6; round++) {
      await this.walk(99, [])
      const before = this.tours.length
      await this.beginTour()
      if (this.tours.length > before) await this.walk(99, [])
      await db.tour.updateMany({ where: { state: 'walking' }, data: { leaseUntil: new Date(0) } })
      await sweepTours(new Date())
    }
    await this.packAll()
    for (const order of this.orders) {
      await shipShort(order, WISH, new Date())
      await followOrder(order, new Date())
    }
    await settleMoney()
  }
}
