import { beforeEach, expect, it, vi } from 'vitest'
import {
  type BinsMessage,
  binHistorySchema,
  binLevelsSchema,
  floorColumnsSchema,
  floorMapSchema,
} from '@/lib/floor/map-schema'
import { readFloorMap } from '@/lib/floor/read-floor-map'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { tell } from '@/lib/testing/tell-stock'
import { readBinHistory } from './read-bin-history'
import { readBinLevels, readChangedBins } from './read-bin-levels'
import { recordEvents } from './record-events'
import { streamBins } from './stream-bins'

const today = Math.floor(Date.now() / 86_400_000)
const levels = async () => binLevelsSchema.parse(JSON.parse(await readBinLevels(SHOP)))
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [50, 10, 0], RICE: [200] })
  await db.aisle.create({
    data: { site: { connect: { id: SHOP } }, zone: { connect: { id: 1 } }, code: '-', xMetres: 0 },
  })
  const dock = { siteId: SHOP, aisleId: 2, code: 'DOCK', side: 'L', bay: 0, level: 1, xMetres: 0, yMetres: 0 }
  await db.bin.create({ data: { ...dock, volumeMl: 1, maxWeightGrams: 1 } })
})

it('says in the order of the map what lies in each bin, and of the dock nothing', async () => {
  await db.stockLine.updateMany({
    where: { sku: 'MILK', onHand: 10 },
    data: { expiresOn: new Date('2026-12-01') },
  })
  const map = floorColumnsSchema.parse(JSON.parse((await readFloorMap(SHOP, 'columns')).json))
  expect(map.bins.bin).toEqual(['A01-1-A1', 'A01-2-A1', 'A01-3-A1', 'A01-4-A1'])
  expect(map.aisles.map(({ code }) => code)).toEqual(['A01'])
  expect(await levels()).toEqual({
    site: SHOP,
    version: 0,
    // Milk weighs 500 g and takes 500 ml, of 50 kg and 100 l.
    fillPercent: [50, 10, 0, 200],
    units: [50, 10, 0, 200],
    skus: [1, 1, 0, 1],
    oldestDay: [today, today, null, today],
    earliestExpiryDay: [null, Date.parse('2026-12-01') / 86_400_000, null, null],
    picks: [0, 0, 0, 0],
  })
})

it('remembers a map by the version of its plan, and a plain one has objects', async () => {
  await db.floorPlan.create({ data: { siteId: SHOP, widthMetres: 4, depthMetres: 9, crossYMetres: [1, 8] } })
  const { version, json } = await readFloorMap(SHOP, 'objects')
  const map = floorMapSchema.parse(JSON.parse(json))
  expect({ version, cross: map.crossYMetres, bins: map.bins.length }).toEqual({
    version: 1,
    cross: [1, 8],
    bins: 4,
  })
  await db.bin.updateMany({ where: { code: 'A01-1-A1' }, data: { state: 'closed' } })
  expect((await readFloorMap(SHOP, 'objects')).json).toBe(json)
  await db.floorPlan.update({ where: { siteId: SHOP }, data: { version: 2 } })
  const next = floorMapSchema.parse(JSON.parse((await readFloorMap(SHOP, 'objects')).json))
  expect(next.bins.map(({ state }) => state)).toEqual(['closed', 'open', 'open', 'open'])
})

it('counts what was taken in a day, and dates a line anew that was empty', async () => {
  const line = await db.stockLine.findFirstOrThrow({ where: { onHand: 0, sku: 'MILK' } })
  await db.stockLine.update({ where: { id: line.id }, data: { stockedAt: new Date(0) } })
  const told = (type: string, quantity: number) =>
    tell(type, { sku: 'MILK', quantity, bin: 'A01-3-A1', observedAt: minutesAgo(5).toISOString() })
  const facts = [told('received', 7), told('picked', 1), told('sold', 2)]
  for (const fact of facts) await recordEvents([fact], [], { siteIds: [SHOP] })
  const { oldestDay, picks } = await levels()
  expect([oldestDay[2], picks[2]]).toEqual([today, 2])
  expect((await readChangedBins(SHOP, [line.binId, 5])).changes).toEqual([
    ['A01-3-A1', 4, 4, 1, today, null, 2],
  ])
})

it('walks back from what lies there now to what lay there before', async () => {
  const entry = (binId: number, quantity: number, minutes: number) => ({
    siteId: SHOP,
    eventRow: 1n,
    sku: 'MILK',
    binId,
    quantity,
    observedAt: minutesAgo(minutes),
  })
  await db.ledgerEntry.createMany({
    data: [entry(1, 60, 300), entry(1, -4, 30), entry(1, -6, 10), entry(2, 10, 20)],
  })
  const from = minutesAgo(60)
  const to = minutesAgo(15)
  const tape = binHistorySchema.parse(JSON.parse(await readBinHistory(SHOP, from, to)))
  expect(tape.bins).toEqual({
    bin: ['A01-1-A1', 'A01-2-A1'],
    units: [56, 10],
    volumePermille: [280, 50],
    weightPermille: [560, 100],
  })
  expect(tape.changes.bin).toEqual([1, 0])
  expect(tape.changes.units).toEqual([10, -4])
  expect(tape.changes.weightPermille).toEqual([100, -40])
  expect(tape.changes.atMs.map((ms) => Math.round(ms / 60_000))).toEqual([40, 30])
  expect(tape.nextTo).toBe(null)
})

it('tells those who look what lies in the changed bins, in few messages, and nobody else', async () => {
  const heard: BinsMessage[] = []
  let isWatched = false
  const stream = streamBins({ hasListeners: () => isWatched, emit: (message) => heard.push(message) })
  stream.touch({ site: SHOP, touched: [1] })
  isWatched = true
  for (let turn = 0; turn < 50; turn++) stream.touch({ site: SHOP, touched: [2, 4] })
  await vi.waitFor(() => expect(heard.flatMap(({ changes }) => changes)).toHaveLength(2))
  expect(heard).toEqual([
    {
      site: SHOP,
      version: 0,
      changes: [
        ['A01-2-A1', 10, 10, 1, today, null, 0],
        ['A01-4-A1', 200, 200, 1, today, null, 0],
      ],
    },
  ])
  await db.stockLine.updateMany({ where: { binId: 2 }, data: { onHand: 11 } })
  stream.touch({ site: SHOP, touched: [2] })
  await vi.waitFor(() => expect(heard[1]?.changes).toEqual([['A01-2-A1', 11, 11, 1, today, null, 0]]))
  stream.close()
})
