import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { tell } from '@/lib/testing/tell-stock'
import { findBin } from './find-bin'
import { planStow } from './plan-stow'
import { recordEvents } from './record-events'

beforeEach(() => emptyDatabase())

it('tells where a bin is, what it can hold and what lies in it', async () => {
  await stockShop({ MILK: [5, 3] })
  const expiresOn = new Date('2026-12-01')
  await db.stockLine.updateMany({ where: { onHand: 3 }, data: { lot: 'L7', expiresOn, held: 1 } })
  expect(await findBin('A01-2-A1', SHOP)).toEqual({
    bin: 'A01-2-A1',
    site: SHOP,
    aisle: 'A01',
    side: 'L',
    bay: 2,
    level: 1,
    xMetres: 1,
    yMetres: 2,
    temperatureZone: 'ambient',
    zone: 'A',
    volumeMl: 100_000,
    maxWeightGrams: 50_000,
    widthMetres: 1.2,
    depthMetres: 0.6,
    heightMetres: 0.4,
    pickHeightMetres: 0,
    state: 'open',
    stateReason: null,
    usedVolumeMl: 1_500,
    usedWeightGrams: 1_500,
    fillPercent: 1.5,
    reservedVolumeMl: 0,
    reservedPercent: 0,
    reserved: [],
    movedToday: { entries: 0, in: 0, out: 0 },
    content: [{ sku: 'MILK', name: 'Test MILK', onHand: 3, held: 1, lot: 'L7', expiresOn: '2026-12-01' }],
  })
})

it('knows an empty bin, and no bin of another site', async () => {
  await stockShop({ MILK: [0] })
  expect((await findBin('A01-1-A1', SHOP))?.content).toEqual([])
  expect(await findBin('A01-1-A1', 'ELSEWHERE-9')).toBeNull()
  expect(await findBin('A99-1-A1', SHOP)).toBeNull()
})

it('tells what room is kept for whom, and what moved here since midnight at the site', async () => {
  await stockShop({ MILK: [0] })
  const ask = { site: SHOP, sku: 'MILK', quantity: 20 }
  const planning = await planStow(ask, 'test', new Date())
  expect(planning).toMatchObject({ outcome: 'planned', stow: { bins: [{ bin: 'A01-1-A1' }] } })
  expect(await findBin('A01-1-A1', SHOP)).toMatchObject({
    fillPercent: 0,
    reservedPercent: 10,
    reserved: [{ sku: 'MILK', quantity: 20 }],
  })
  const bin = 'A01-1-A1'
  const observedAt = new Date().toISOString()
  const told = [
    tell('stowed', { sku: 'MILK', quantity: 20, bin, observedAt }),
    tell('sold', { sku: 'MILK', quantity: 3, bin, observedAt }),
    tell('received', { sku: 'MILK', quantity: 7, bin, observedAt: '2026-01-01T12:00:00Z' }),
  ]
  const read = told.map((event) => ({ ...event, observedAt: String(event.data.observedAt) }))
  await recordEvents(read, [], { siteIds: 'all' })
  expect(await findBin(bin, SHOP)).toMatchObject({
    fillPercent: 12,
    reserved: [],
    movedToday: { entries: 2, in: 20, out: 3 },
  })
})
