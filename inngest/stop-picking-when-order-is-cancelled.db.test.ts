import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { recordFacts } from '@/lib/conveyor/record-facts'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { decided, keepDecisions, openBelts } from '@/lib/testing/open-belts'
import { openPickShop, orderToPick } from '@/lib/testing/open-pick-shop'
import { openTestSandbox, SHOP } from '@/lib/testing/open-shop'
import { stockByBin } from '@/lib/testing/tell-stock'
import { beginTourOf, packTote, walkTour } from '@/lib/testing/walk-orders'
import { cancelBoxesWhenOrderIsCancelled } from './cancel-boxes-when-order-is-cancelled'
import { inngest, transport } from './client'
import { type Engine, openEngine } from './engine/open-engine'
import { until } from './engine/testing/open-test-engine'
import { handOverParcelWhenItArrives } from './hand-over-parcel-when-it-arrives'
import { introduce } from './introduce'
import { settleMovementWhenOwed } from './settle-movement-when-owed'
import { stopPickingWhenOrderIsCancelled } from './stop-picking-when-order-is-cancelled'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
let engine: Engine | undefined
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await openPickShop([{ sku: 'MILK', bin: 'A01-01-A1', quantity: 10 }])
  await openBelts()
  await introduce()
})
afterEach(() => engine?.stop())

async function begin(functions: Parameters<typeof openEngine>[0]['functions']): Promise<void> {
  if (!transport) throw new Error('the tests need the embedded engine')
  engine = await openEngine({ client: inngest, transport, functions })
}
async function packed() {
  const order = await orderToPick({ MILK: 3 })
  const tour = await beginTourOf()
  if (!tour) throw new Error('there is no tour')
  await walkTour(tour)
  return { order, parcel: (await packTote(tour.totes[0]?.tote ?? '')) ?? '' }
}
const movement = (kind: 'void' | 'capture') =>
  until(() => db.paymentMovement.findFirst({ where: { kind, state: 'done' } }))

it('a packed order that is cancelled is on the dock again, its boxes are turned away, its card is void', async () => {
  await begin([stopPickingWhenOrderIsCancelled, cancelBoxesWhenOrderIsCancelled, settleMovementWhenOwed])
  const { order } = await packed()
  await cancelOrder(order, { by: 'Sue', reason: 'ordered twice' }, new Date())
  const back = () => stockByBin().then((stock) => ('DOCK MILK' in stock ? stock : null))
  expect(await until(back)).toEqual({ 'A01-01-A1 MILK': 7, 'DOCK MILK': 3 })
  await until(async () =>
    (await db.conveyorBox.count({ where: { state: { not: 'cancelled' } } })) === 0 ? true : null,
  )
  expect(await movement('void')).toMatchObject({ amountMinor: 750 })
})

it('a parcel that the belt puts into a lane of its carrier is shipped and paid', async () => {
  await begin([handOverParcelWhenItArrives, settleMovementWhenOwed])
  const { order, parcel } = await packed()
  const decision = decided(5, { sorter: 'SORT-2', scanner: 'S2', barcode: parcel, lane: 'L8' })
  await keepDecisions([decision])
  const confirmed = { fact: 'confirmed', site: SHOP, decisionId: decision.id, outcome: 'diverted' } as const
  await recordFacts([{ ...confirmed, actualLane: 'L8', atMs: Date.now() }])
  expect(await movement('capture')).toMatchObject({ id: `${order}/capture/${parcel}`, amountMinor: 750 })
  expect(await db.order.findUnique({ where: { number: order } })).toMatchObject({ status: 'shipped' })
})
