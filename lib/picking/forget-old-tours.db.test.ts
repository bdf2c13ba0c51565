import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { forgetOldTours } from './forget-old-tours'

const now = new Date('2026-11-22T00:00:00Z')
const before = new Date('2025-10-21T00:00:00Z')
const since = new Date('2025-10-23T00:00:00Z')

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({})
})

async function walked(orderNumber: string, at: Date, { state = 'done' as const, isOwed = false } = {}) {
  const place = { aisle: 0, y: 0 }
  await db.tour.create({
    data: {
      ...{ id: randomUUID(), siteId: SHOP, pickerId: orderNumber, pickerName: 'Mia', state },
      ...{ leaseUntil: at, startedAt: at, endedAt: at, start: place, end: place, atXMetres: 0, atYMetres: 0 },
      ...{ walk: [], walkMetres: 0, baselineMetres: 0, lowerBoundMetres: 0, isOptimal: true, planVersion: 1 },
      totes: { create: { slot: 1, orderNumber } },
      acts: { create: { operationId: 'pick', orderNumber, answer: {}, outcome: 'recorded', isOwed, at } },
    },
  })
  await db.pickList.create({
    data: {
      ...{ id: randomUUID(), siteId: SHOP, orderNumber, customerName: 'Ada', state: 'picked' },
      ...{ dueAt: at, closedAt: at },
    },
  })
}

it('forgets tours with all of theirs and lists that ended thirteen months ago, once; what is owed stays', async () => {
  await walked('OLD', before)
  await walked('NEAR', since)
  await walked('OWED', before, { isOwed: true })
  expect([await forgetOldTours(now), await forgetOldTours(now)]).toEqual([{ forgotten: 3 }, { forgotten: 0 }])
  const left = (rows: { orderNumber: string | null }[]) => rows.map(({ orderNumber }) => orderNumber).sort()
  expect(left(await db.tourTote.findMany())).toEqual(['NEAR', 'OWED'])
  expect(left(await db.pickAct.findMany())).toEqual(['NEAR', 'OWED'])
  expect(left(await db.pickList.findMany())).toEqual(['NEAR'])
})
