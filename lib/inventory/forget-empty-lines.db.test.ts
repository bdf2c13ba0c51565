import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { stockShop } from '@/lib/testing/open-shop'
import { strayLines, tell } from '@/lib/testing/tell-stock'
import { forgetEmptyLines } from './forget-empty-lines'
import { recordEvents } from './record-events'

const record = (...events: ReturnType<typeof tell>[]) => recordEvents(events, [], { siteIds: 'all' })
const lines = async () =>
  (await db.stockLine.findMany({ orderBy: { sku: 'asc' } })).map(({ sku, onHand }) => `${sku} ${onHand}`)

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [0], OIL: [0], TEA: [0] })
})

it('forgets where nothing has been for a week, once; what was held, has just moved or lies there stays', async () => {
  const bin = 'A01-3-A1'
  await record(
    tell('received', { sku: 'TEA', quantity: 2, bin }),
    tell('adjusted.v2', { sku: 'TEA', bin, change: -2, reason: 'damage' }),
    tell('received', { sku: 'MILK', quantity: 3, bin }),
  )
  const oil = await db.stockLine.findFirstOrThrow({ where: { sku: 'OIL' } })
  await db.stockHold.create({
    data: { orderNumber: 'W-1', lineNumber: 1, stockLineId: oil.id, quantity: 1, state: 'lost' },
  })
  await db.stockLine.updateMany({ data: { stockedAt: new Date('2026-10-01T00:00:00Z') } })

  const soon = new Date('2026-11-25T00:00:00Z')
  expect(await forgetEmptyLines(soon)).toEqual({ forgotten: 1 })
  expect(await lines()).toEqual(['MILK 3', 'OIL 0', 'TEA 0'])
  const late = new Date('2026-11-29T00:00:00Z')
  expect([await forgetEmptyLines(late), await forgetEmptyLines(late)]).toEqual([
    { forgotten: 1 },
    { forgotten: 0 },
  ])
  expect(await lines()).toEqual(['MILK 3', 'OIL 0'])

  await record(tell('received', { sku: 'TEA', quantity: 4, bin }))
  expect(await lines()).toEqual(['MILK 3', 'OIL 0', 'TEA 4'])
  expect(await strayLines()).toEqual([])
})
