import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { cancelBoxes } from '@/lib/conveyor/cancel-boxes'
import { nextTour } from '@/lib/picking/next-tour'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openPickShop, orderToPick } from '@/lib/testing/open-pick-shop'
import { openTestSandbox, SHOP } from '@/lib/testing/open-shop'
import { inngest, transport } from './client'
import { type Engine, openEngine } from './engine/open-engine'
import { listRuns, sayEvent, until } from './engine/testing/open-test-engine'
import { nightShiftBegan } from './events'
import { expectLostTotesEveryQuarterHour } from './expect-lost-totes-every-quarter-hour'
import { expectTotesWhenTourBegins } from './expect-totes-when-tour-begins'
import { introduce } from './introduce'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
let engine: Engine | undefined
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await openPickShop([{ sku: 'MILK', bin: 'A01-01-A1', quantity: 10 }])
  await introduce()
})
afterEach(() => engine?.stop())

async function begin(functions: Parameters<typeof openEngine>[0]['functions']): Promise<void> {
  if (!transport) throw new Error('the tests need the embedded engine')
  engine = await openEngine({ client: inngest, transport, functions })
}
const boxes = () => db.conveyorBox.findMany({ orderBy: { barcode: 'asc' } })
const someBoxes = () => until(async () => ((await boxes()).length > 0 ? boxes() : null))
async function walk() {
  const orderNumber = await orderToPick({ MILK: 3 })
  const tour = await nextTour(SHOP, { id: 'ann', name: 'Ann' }, new Date())
  if (!tour) throw new Error('there is no tour')
  return { tour, orderNumber }
}

it('tells the belt of the totes of a tour when it begins', async () => {
  await begin([expectTotesWhenTourBegins])
  const { tour, orderNumber } = await walk()
  expect(await someBoxes()).toMatchObject([
    {
      ...{ barcode: tour.totes[0]?.tote, kind: 'tote', destination: 'pack', state: 'expected' },
      ...{ tourId: tour.tourId, orderNumber, siteId: SHOP },
    },
  ])
})

it('tells it of those that were lost on the way, once, when a night shift begins', async () => {
  const { tour } = await walk()
  await db.outboxEvent.updateMany({ data: { relayedAt: new Date() } })
  await begin([expectLostTotesEveryQuarterHour])
  const ended = async (event: string) => {
    await sayEvent(nightShiftBegan, event)
    return until(async () =>
      (await listRuns()).find(
        ({ idempotency_key: key, status }) => key.includes(event) && status === 'completed',
      ),
    )
  }
  expect((await ended('first')).output).toEqual({ changed: 1 })
  expect(await boxes()).toMatchObject([{ barcode: tour.totes[0]?.tote, tourId: tour.tourId }])
  await db.order.updateMany({ data: { status: 'cancelled', closedAt: new Date() } })
  await cancelBoxes()
  expect((await ended('second')).output).toEqual({ changed: 0 })
  expect(await boxes()).toMatchObject([{ state: 'cancelled' }])
})
