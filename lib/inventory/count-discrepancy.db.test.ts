import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { stockShop } from '@/lib/testing/open-shop'
import { tell } from '@/lib/testing/tell-stock'
import { countDiscrepancy } from './count-discrepancy'
import { discrepancyFound, discrepancyFoundSchema } from './events'
import { readCounts } from './read-counts'
import { recordEvents } from './record-events'

const BIN = 'A01-1-A1'
const NOW = new Date('2026-11-21T12:00:00Z')

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [0] })
})

const record = (...facts: ReturnType<typeof tell>[]) => recordEvents(facts, [], { siteIds: 'all' })

async function found() {
  const { data } = await db.outboxEvent.findFirstOrThrow({ where: { name: discrepancyFound } })
  return discrepancyFoundSchema.parse(data)
}
const counts = async () => (await readCounts({ siteIds: 'all', limit: 9 })).items

it('has a bin counted, once, that lacks what the floor took from it', async () => {
  await record(tell('picked', { sku: 'MILK', quantity: 3, bin: BIN }))
  const discrepancy = await found()
  expect(await countDiscrepancy(discrepancy, NOW)).toMatchObject({ outcome: 'opened' })
  expect(await countDiscrepancy(discrepancy, NOW)).toMatchObject({ outcome: 'open-already' })
  expect(await counts()).toMatchObject([{ bin: BIN, sku: 'MILK', state: 'open' }])
})

it('has nothing counted when the event that was late has come', async () => {
  await record(tell('picked', { sku: 'MILK', quantity: 3, bin: BIN }))
  await record(tell('received', { sku: 'MILK', quantity: 3, bin: BIN }))
  expect(await countDiscrepancy(await found(), NOW)).toEqual({ outcome: 'settled' })
  expect(await counts()).toEqual([])
})
