import { beforeEach, expect, it } from 'vitest'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { tell } from '@/lib/testing/tell-stock'
import { closeForgottenCounts } from './close-forgotten-counts'
import type { InventoryFact } from './events'
import { openOwedCounts } from './open-owed-counts'
import { readCounts } from './read-counts'
import { recordEvents } from './record-events'

const BIN = 'A01-1-A1'
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)
const openCounts = async () => (await readCounts({ siteIds: [SHOP], state: 'open', limit: 9 })).items
const record = (...facts: InventoryFact[]) => recordEvents(facts, [], { siteIds: [SHOP] })

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [0] })
})

it('has a bin counted when it owes units for two minutes, once however often it looks', async () => {
  await record(tell('picked', { sku: 'MILK', quantity: 2, bin: BIN }))
  expect(await openOwedCounts(inMinutes(1))).toEqual({ owed: 0 })
  expect(await openOwedCounts(inMinutes(3))).toEqual({ owed: 1 })
  expect(await openOwedCounts(inMinutes(4))).toEqual({ owed: 0 })
  await closeForgottenCounts(inMinutes(60 * 24 * 3))
  expect(await openCounts()).toMatchObject([{ bin: BIN, sku: 'MILK', openedBy: 'Stowline' }])
})

it('spares the walk when a late event settles it', async () => {
  await record(tell('picked', { sku: 'MILK', quantity: 2, bin: BIN }))
  await record(tell('received', { sku: 'MILK', quantity: 3, bin: BIN }))
  expect(await openOwedCounts(inMinutes(3))).toEqual({ owed: 0 })
  expect(await openCounts()).toEqual([])
})

it('has an item counted everywhere when nobody knows where its units went', async () => {
  await record(tell('sold', { sku: 'MILK', quantity: 1 }))
  await openOwedCounts(inMinutes(3))
  expect(await openCounts()).toMatchObject([{ bin: null, sku: 'MILK' }])
})
