import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { stockByBin } from '@/lib/testing/tell-stock'
import { replayDeadLetter } from '../queue-health/replay-dead-letter'
import { eventRedrivenSchema } from './event-redriven'
import { recordEvents } from './record-events'
import { redriveEvent } from './redrive-event'

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [0] })
})

const sent = (data: object) => ({
  specversion: '1.0',
  source: '/test',
  id: 'e1',
  type: 'stowline.inventory.received.v1',
  data: { site: SHOP, sku: 'MILK', quantity: 2, observedAt: '2026-11-20T09:00:00Z', ...data },
})
const refuse = (raw: { source?: string; id?: string }) =>
  recordEvents([], [{ index: 0, id: raw.id ?? null, source: raw.source ?? null, reason: 'wrong', raw }], {
    siteIds: [SHOP],
  })
const letter = () => db.deadLetter.findFirstOrThrow()
async function redriveAll() {
  for (const said of await db.outboxEvent.findMany({ where: { name: 'inventory/event.redriven' } }))
    await redriveEvent(eventRedrivenSchema.parse(said.data))
}

it('records a rejected event that was put right, once however often the run comes', async () => {
  await refuse(sent({ quantity: 'two' }))
  const { id } = await letter()
  expect(await replayDeadLetter(id, sent({ quantity: 3 }), 'Mia')).toEqual({ outcome: 'replaying' })
  await redriveAll()
  await redriveAll()
  expect(await stockByBin()).toEqual({ 'DOCK MILK': 3 })
  expect(await letter()).toMatchObject({ state: 'replayed' })
})

it('lets the same letter die again, once for a replay', async () => {
  await refuse(sent({ sku: 'CAVIAR' }))
  const { id } = await letter()
  await replayDeadLetter(id, undefined, 'Mia')
  await redriveAll()
  await redriveAll()
  expect(await db.deadLetter.findMany()).toMatchObject([
    { id, state: 'dead', error: 'there is no SKU CAVIAR', attempts: 2, replays: 1 },
  ])
})

it.each([
  ['another id', { ...sent({}), id: 'e2' }],
  ['another source', { ...sent({}), source: '/other' }],
  ['another site', sent({ site: 'OTHER' })],
])('is not put right to %s', async (_, payload) => {
  await refuse(sent({ quantity: 0 }))
  const { id } = await letter()
  expect(await replayDeadLetter(id, payload, 'Mia')).toMatchObject({ outcome: 'wrong-payload' })
})
