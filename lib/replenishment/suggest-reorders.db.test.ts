import { beforeEach, describe, expect, it } from 'vitest'
import { recordEvents } from '@/lib/inventory/record-events'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { tell } from '@/lib/testing/tell-stock'
import { decideReorders } from './decide-reorders'
import { findReordersOwed } from './find-reorders-owed'
import { importSupplyTerms } from './import-supply-terms'
import { listReorders } from './list-reorders'
import { matchReceipts } from './match-receipts'
import { readItemOutlook } from './read-item-outlook'
import { readSupplyTerms } from './read-supply-terms'
import type { Reorder, ReorderState } from './reorder-schema'
import { sendReorders } from './send-reorders'
import { setSupplyTerms } from './set-supply-terms'
import { suggestReorders } from './suggest-reorders'

const now = new Date('2026-11-21T09:00:00Z')
const TERMS = {
  ...{ supplier: 'Dairy Co', leadDays: 2, leadSdDays: 0, reviewDays: 1, orderWeekdays: [], packUnits: 6 },
  ...{ minimumPacks: 1, shelfLifeDays: null, serviceLevel: 0.95, unitCostMinor: 100 },
}

async function wantDaily(sku: string, mean: number): Promise<void> {
  await db.forecast.create({
    data: {
      ...{
        siteId: SHOP,
        sku,
        madeOn: new Date('2026-11-20'),
        madeAt: new Date('2026-11-21T01:00:00Z'),
        method: 'mean',
      },
      ...{ mean: Array(28).fill(mean), lower: Array(28).fill(0), upper: Array(28).fill(2 * mean) },
      sumSd: Array.from({ length: 28 }, (_, day) => Math.sqrt(day + 1)),
    },
  })
}
const list = async (state: ReorderState = 'proposed') =>
  (await listReorders(SHOP, { state, limit: 50 })).items
async function only(state: ReorderState = 'proposed'): Promise<Reorder> {
  const [one, ...more] = await list(state)
  if (!one || more.length > 0) throw new Error(`there are ${more.length + (one ? 1 : 0)} ${state}`)
  return one
}
const receive = (quantity: number, id: string) =>
  recordEvents([tell('received', { sku: 'MILK', quantity, bin: 'A01-1-A1' }, id)], [], { siteIds: 'all' })

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [12], TEA: [500] })
  await setSupplyTerms(SHOP, [{ sku: 'MILK', ...TERMS }])
  await wantDaily('MILK', 10)
  await wantDaily('TEA', 1)
})

describe('supply terms', () => {
  it('come from the department until somebody says them', async () => {
    const terms = await readSupplyTerms(SHOP, ['MILK', 'TEA', 'NOTHING'])
    expect(terms.get('MILK')).toMatchObject({ supplier: 'Dairy Co', isDefault: false })
    expect(terms.get('TEA')).toMatchObject({ supplier: 'Test', unitCostMinor: 175, isDefault: true })
    expect(terms.size).toBe(2)
  })
  it('are taken from a file, line by line, and the same file again changes nothing', async () => {
    const file = Buffer.from(
      'sku;supplier;packUnits;orderWeekdays\nTEA;Leaf Ltd;20;1 4\nNOTHING;x;1;\nMILK;;0;\n',
    )
    const taken = await importSupplyTerms(SHOP, file)
    expect(taken).toMatchObject({ outcome: 'imported', taken: 1 })
    expect(taken).toMatchObject({
      rejected: [{ line: 3, reason: 'no SKU NOTHING in the catalogue' }, { line: 4 }],
    })
    expect(await importSupplyTerms(SHOP, file)).toEqual(taken)
    const tea = (await readSupplyTerms(SHOP, ['TEA'])).get('TEA')
    expect(tea).toMatchObject({ supplier: 'Leaf Ltd', packUnits: 20, orderWeekdays: [1, 4], reviewDays: 3 })
    expect(await importSupplyTerms(SHOP, Buffer.from('item\nTEA\n'))).toMatchObject({ outcome: 'wrong-file' })
  })
})

describe('suggestions', () => {
  it('propose what runs out and not what lasts, once however often', async () => {
    expect(await findReordersOwed(now)).toEqual([SHOP])
    expect(await suggestReorders(SHOP, now)).toEqual({ day: '2026-11-21', proposed: 1, judged: 2 })
    expect(await only()).toMatchObject({
      sku: 'MILK',
      quantity: 24,
      stockOutOn: '2026-11-22',
      orderBy: '2026-11-20',
    })
    expect(await findReordersOwed(now)).toEqual([])
    expect(await suggestReorders(SHOP, now)).toMatchObject({ proposed: 1 })
    expect(await list()).toHaveLength(1)
  })
  it('keep their ids under new figures, so that what a person has just chosen is still there', async () => {
    await suggestReorders(SHOP, now)
    const { id } = await only()
    await receive(6, 'more')
    await suggestReorders(SHOP, now)
    expect(await only()).toMatchObject({ id, quantity: 18 })
    await receive(600, 'plenty')
    await suggestReorders(SHOP, now)
    expect(await list()).toEqual([])
  })
  it('leave what was decided as it is', async () => {
    await suggestReorders(SHOP, now)
    const { id } = await only()
    await decideReorders(SHOP, [{ id, state: 'approved', quantity: 36 }], 'Ada', now)
    await suggestReorders(SHOP, new Date('2026-11-22T09:00:00Z'))
    expect(await list()).toEqual([])
    expect(await only('approved')).toMatchObject({ id, proposed: 24, quantity: 36, decidedBy: 'Ada' })
    expect(await decideReorders(SHOP, [{ id, state: 'approved', quantity: 7 }], 'Ada', now)).toEqual({
      ...{ outcome: 'not-packs', id, packUnits: 6 },
    })
    await decideReorders(SHOP, [{ id, state: 'dismissed' }], 'Ada', now)
    await suggestReorders(SHOP, now)
    expect(await list()).toEqual([])
  })
  it('say of one SKU what the rule says now', async () => {
    expect(await readItemOutlook(SHOP, 'MILK', now)).toMatchObject({ outlook: { quantity: 24 }, open: [] })
    expect(await readItemOutlook(SHOP, 'NOTHING', now)).toBeNull()
  })
})

describe('what is sent', () => {
  it('is told downstream once, counts as on the way, and cannot be taken back', async () => {
    await suggestReorders(SHOP, now)
    const { id } = await only()
    const sent = await sendReorders(SHOP, [{ id, quantity: 30 }], 'Ada', now)
    expect(sent).toMatchObject({
      orders: [{ supplier: 'Dairy Co', lines: 1, units: 30, total: { amount: 3_000, currency: 'EUR' } }],
    })
    expect(await sendReorders(SHOP, [{ id }], 'Ada', now)).toEqual({ outcome: 'sent', orders: [] })
    const told = await db.outboxEvent.findMany({ where: { name: 'replenishment/reorder.sent' } })
    expect(told).toMatchObject([
      { siteId: SHOP, data: { lines: [{ sku: 'MILK', quantity: 30, expectedOn: '2026-11-23' }] } },
    ])
    expect(await decideReorders(SHOP, [{ id, state: 'proposed' }], 'Ada', now)).toMatchObject({
      closed: [id],
    })
    const tomorrow = new Date('2026-11-22T09:00:00Z')
    expect((await readItemOutlook(SHOP, 'MILK', tomorrow))?.outlook).toMatchObject({ onTheWayUnits: 30 })
  })
  it('is received by what the ledger says, the oldest first and each receipt once', async () => {
    await suggestReorders(SHOP, now)
    const { id } = await only()
    await receive(5, 'before')
    await matchReceipts(now)
    await sendReorders(SHOP, [{ id, quantity: 30 }], 'Ada', new Date())
    await receive(18, 'first')
    await Promise.all([matchReceipts(now), matchReceipts(now)])
    expect(await matchReceipts(now)).toEqual({ matched: 0, more: false })
    expect(await only('sent')).toMatchObject({ receivedUnits: 18 })
    await receive(18, 'second')
    await matchReceipts(now)
    expect(await only('received')).toMatchObject({ receivedUnits: 30 })
  })
})
