import { beforeEach, describe, expect, it } from 'vitest'
import { beginOrder } from '@/lib/orders/begin-order'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { orderOf, SHOP, stockShop } from '@/lib/testing/open-shop'
import { stockByBin, strayLines, tell } from '@/lib/testing/tell-stock'
import type { InventoryFact } from './events'
import { recordEvents } from './record-events'

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [0, 0], BREAD: [0] })
})

const all = { siteIds: 'all' as const }
const B1 = 'A01-1-A1'
const B2 = 'A01-2-A1'
async function record(...facts: InventoryFact[]) {
  const recording = await recordEvents(facts, [], all)
  if ('outcome' in recording) throw new Error('full')
  expect(await strayLines()).toEqual([])
  return recording
}

describe('what is told of stock', () => {
  it('arrives at the dock, is stowed, moved, picked and sold', async () => {
    await record(tell('received', { sku: 'MILK', quantity: 10 }))
    expect(await stockByBin()).toEqual({ 'DOCK MILK': 10 })
    await record(
      tell('stowed', { sku: 'MILK', quantity: 8, bin: B1 }),
      tell('moved', { sku: 'MILK', quantity: 3, bin: B1, toBin: B2 }),
      tell('picked', { sku: 'MILK', quantity: 1, bin: B2 }),
      tell('sold', { sku: 'MILK', quantity: 2, bin: B1 }),
    )
    expect(await stockByBin()).toEqual({ [`${B1} MILK`]: 3, [`${B2} MILK`]: 2, 'DOCK MILK': 2 })
  })

  it('goes in any order to the same stock, through shortfalls that are paid back', async () => {
    await record(tell('picked', { sku: 'MILK', quantity: 5, bin: B1 }))
    expect(await db.stockLine.findFirst({ where: { shortfall: 5 } })).toMatchObject({
      onHand: 0,
      sku: 'MILK',
    })
    expect(await db.outboxEvent.findMany()).toMatchObject([
      { name: 'inventory/discrepancy.found', data: { bin: B1, sku: 'MILK', quantity: 5 } },
    ])
    await record(tell('received', { sku: 'MILK', quantity: 7, bin: B1 }))
    expect(await stockByBin()).toEqual({ [`${B1} MILK`]: 2 })
    expect(await db.discrepancy.count({ where: { resolvedAt: null } })).toBe(0)
  })

  it('is found by GTIN too', async () => {
    const { gtin } = await db.product.findFirstOrThrow({ where: { sku: 'BREAD' } })
    const fact: InventoryFact = { ...tell('received', { sku: 'X', quantity: 1 }), sku: undefined, gtin }
    await record(fact)
    expect(await stockByBin()).toEqual({ 'DOCK BREAD': 1 })
  })

  it('is counted once, within a call, in the next call and by two clients at the same instant', async () => {
    const one = tell('received', { sku: 'MILK', quantity: 1, bin: B1 }, 'same')
    expect(await record(one, one, one)).toMatchObject({ accepted: 1, duplicates: 2 })
    expect(await record(one)).toMatchObject({ accepted: 0, duplicates: 1 })
    const other = tell('received', { sku: 'MILK', quantity: 1, bin: B1 }, 'other')
    const both = await Promise.all([recordEvents([other], [], all), recordEvents([other], [], all)])
    expect(both.map((it) => ('accepted' in it ? it.accepted : -1)).sort()).toEqual([0, 1])
    expect(await stockByBin()).toEqual({ [`${B1} MILK`]: 2 })
  })

  it('takes first expired first out over bins and lots when no bin is named', async () => {
    await record(
      tell('received', { sku: 'MILK', quantity: 3, bin: B1, lot: 'L2', expiresOn: '2026-12-20' }),
      tell('received', { sku: 'MILK', quantity: 3, bin: B2, lot: 'L1', expiresOn: '2026-12-10' }),
      tell('received', { sku: 'MILK', quantity: 3, bin: B1, lot: 'L0', expiresOn: '2026-12-15' }),
    )
    await record(tell('sold', { sku: 'MILK', quantity: 2 }), tell('sold', { sku: 'MILK', quantity: 2 }))
    expect(await stockByBin()).toEqual({ [`${B1} MILK L0`]: 2, [`${B1} MILK L2`]: 3 })
    await record(tell('moved', { sku: 'MILK', quantity: 3, bin: B1, toBin: B2 }))
    expect(await stockByBin()).toEqual({ [`${B1} MILK L2`]: 2, [`${B2} MILK L0`]: 2, [`${B2} MILK L2`]: 1 })
    await record(tell('wasted', { sku: 'MILK', quantity: 2, lot: 'L2' }))
    expect(await stockByBin()).toEqual({ [`${B2} MILK L0`]: 2, [`${B2} MILK L2`]: 1 })
  })

  it('owes what is nowhere, and pays it from whatever comes', async () => {
    await record(tell('sold', { sku: 'MILK', quantity: 4 }))
    expect(await stockByBin()).toEqual({ 'UNPLACED MILK': -4 })
    await record(tell('received', { sku: 'MILK', quantity: 3, bin: B1 }))
    expect(await stockByBin()).toEqual({ 'UNPLACED MILK': -1 })
    await record(tell('received', { sku: 'MILK', quantity: 3, bin: B2 }))
    expect(await stockByBin()).toEqual({ [`${B2} MILK`]: 2 })
  })

  it('owes of a bin without a lot, and its lots pay', async () => {
    await record(tell('picked', { sku: 'MILK', quantity: 2, bin: B1 }))
    await record(tell('received', { sku: 'MILK', quantity: 5, bin: B1, lot: 'L1' }))
    expect(await stockByBin()).toEqual({ [`${B1} MILK L1`]: 3 })
  })

  it('leaves a count standing, whatever comes late', async () => {
    const at = (minute: number) => ({ observedAt: `2026-11-21T10:${String(minute).padStart(2, '0')}:00Z` })
    await record(tell('counted', { sku: 'MILK', quantity: 9, bin: B1, ...at(20) }))
    await record(tell('received', { sku: 'MILK', quantity: 4, bin: B1, ...at(10) }))
    expect(await stockByBin()).toEqual({ [`${B1} MILK`]: 9 })
    await record(tell('counted', { sku: 'MILK', quantity: 2, bin: B1, ...at(15) }))
    await record(tell('picked', { sku: 'MILK', quantity: 1, bin: B1, ...at(30) }))
    await record(tell('picked', { sku: 'MILK', quantity: 1, bin: B1, ...at(5) }))
    expect(await stockByBin()).toEqual({ [`${B1} MILK`]: 8 })
  })
})

describe('what is not right', () => {
  it('is rejected with the reason and kept, and its neighbours are recorded', async () => {
    const bad = [
      tell('received', { sku: 'CAVIAR', quantity: 1 }),
      tell('received', { sku: 'MILK', quantity: 1, bin: 'Z99' }),
      tell('received', { sku: 'MILK', quantity: 1, site: 'NOWHERE' }),
    ]
    const recording = await recordEvents(
      [...bad, tell('received', { sku: 'MILK', quantity: 1 })],
      [{ index: 9, id: null, source: null, reason: 'no CloudEvent', raw: { what: 1 } }],
      { siteIds: [SHOP] },
    )
    expect(recording).toMatchObject({ accepted: 1, duplicates: 0 })
    const reasons =
      'rejected' in recording ? recording.rejected.map(({ index, reason }) => [index, reason]) : []
    expect(reasons).toEqual([
      [0, 'there is no SKU CAVIAR'],
      [1, `there is no bin Z99 at ${SHOP}`],
      [2, 'there is no site NOWHERE, or not for this sender'],
      [9, 'no CloudEvent'],
    ])
    expect(await db.deadLetter.count({ where: { queue: 'inventory-events', siteId: SHOP } })).toBe(4)
  })

  it('as poison is refused alone', async () => {
    const poison = {
      ...tell('received', { sku: 'MILK', quantity: 1, bin: B1 }, 'p'),
      quantity: 3_000_000_000,
    }
    const fine = Array.from({ length: 7 }, () => tell('received', { sku: 'MILK', quantity: 1, bin: B1 }))
    const recordings = await Promise.all([
      recordEvents(fine.slice(0, 3), [], all),
      recordEvents([poison], [], all),
      recordEvents(fine.slice(3), [], all),
    ])
    expect(recordings).toMatchObject([
      { accepted: 3 },
      { accepted: 0, rejected: [{ id: 'p' }] },
      { accepted: 4 },
    ])
    expect(await stockByBin()).toEqual({ [`${B1} MILK`]: 7 })
    expect(await db.deadLetter.findMany()).toMatchObject([{ subject: 'p', key: 'inventory:/test#p' }])
  })

  it('finds what was made a moment ago, and forgets what was renamed', async () => {
    await record(tell('received', { sku: 'MILK', quantity: 1, bin: B1 }))
    await pool.query(`UPDATE bin SET code = 'NEW' WHERE code = $1`, [B1])
    await pool.query(`UPDATE bin SET code = $1 WHERE code = $2`, [B1, B2])
    await record(tell('received', { sku: 'MILK', quantity: 5, bin: B1 }))
    expect(await stockByBin()).toEqual({ 'NEW MILK': 1, [`${B1} MILK`]: 5 })
  })
})

describe('what orders hold', () => {
  const order = async (units: number) => {
    const begun = await beginOrder(orderOf({ MILK: units }), {
      clientId: 'c',
      key: `k${Math.random()}`,
      traceparent: null,
    })
    if (begun.outcome !== 'begun') throw new Error(begun.outcome)
    return begun.orderNumber
  }
  const holds = async () =>
    (
      await db.stockHold.findMany({
        include: { stockLine: { include: { bin: true } } },
        orderBy: { id: 'asc' },
      })
    ).map(({ state, quantity, stockLine }) => `${state} ${quantity} ${stockLine.bin.code}`)

  it('is used up by the pick for the order', async () => {
    await record(tell('received', { sku: 'MILK', quantity: 5, bin: B1 }))
    const orderNumber = await order(3)
    await record(tell('picked.v2', { sku: 'MILK', quantity: 2, bin: B1, orderNumber }))
    expect(await holds()).toEqual([`picked 2 ${B1}`, `held 1 ${B1}`])
    expect(await stockByBin()).toEqual({ [`${B1} MILK`]: 3 })
  })

  it('moves to another bin when the units are not there, and is lost when no bin has any', async () => {
    await record(tell('received', { sku: 'MILK', quantity: 3, bin: B1 }))
    await order(3)
    await record(tell('received', { sku: 'MILK', quantity: 2, bin: B2 }))
    await record(tell('wasted', { sku: 'MILK', quantity: 3, bin: B1 }))
    expect(await holds()).toEqual([`held 2 ${B2}`, `lost 1 ${B1}`])
    expect(await db.outboxEvent.findMany()).toMatchObject([
      { name: 'inventory/hold.lost', data: { sku: 'MILK', quantity: 1 } },
    ])
  })
})
