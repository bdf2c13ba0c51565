import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openBelts, openOrder } from '@/lib/testing/open-belts'
import { SHOP } from '@/lib/testing/open-shop'
import { cancelBoxes } from './cancel-boxes'
import { expectBoxes } from './expect-boxes'
import { expectTotes } from './expect-totes'
import type { BoxRequest } from './schema'

beforeEach(async () => {
  await emptyDatabase()
  await openBelts()
})

const TOUR = '0192d3f4-0000-7000-8000-000000000001'
const box = (barcode: string, more: Partial<BoxRequest> = {}): BoxRequest => ({
  ...{ barcode, kind: 'parcel', destination: 'DHL', ...more },
})
const expectAll = (boxes: BoxRequest[]) => expectBoxes(SHOP, boxes, { corrects: true })
const kept = () => db.conveyorBox.findMany({ orderBy: { barcode: 'asc' } })
const cancel = (number: string, closedAt = new Date()) =>
  db.order.update({ where: { number }, data: { status: 'cancelled', closedAt } })

describe('announcing boxes', () => {
  it('runs twice, changes once', async () => {
    const boxes = [box('B'), box('A', { orderNumber: 'O1', promisedAt: '2026-11-21T18:00:00Z' })]
    expect(await expectAll(boxes)).toEqual({ accepted: 2, changed: 2 })
    const before = await kept()
    expect(before).toMatchObject([
      { barcode: 'A', orderNumber: 'O1', destination: 'DHL', state: 'expected', kind: 'parcel' },
      { barcode: 'B', orderNumber: null },
    ])
    expect(await expectAll(boxes)).toEqual({ accepted: 2, changed: 0 })
    expect(await kept()).toEqual(before)
  })

  it('knows a label however it was written', async () => {
    await expectAll([box('(00)095213210000000018'), box('095213210000000018', { destination: 'UPS' })])
    expect(await kept()).toMatchObject([{ barcode: '095213210000000018', destination: 'UPS' }])
  })

  it('corrects a box, which is expected anew wherever it has been', async () => {
    await expectAll([box('A')])
    const [first] = await kept()
    await db.conveyorBox.updateMany({ data: { state: 'arrived', lane: 'L5' } })
    expect(await expectAll([box('A')])).toMatchObject({ changed: 0 })
    expect(await expectAll([box('A', { destination: 'UPS' })])).toMatchObject({ changed: 1 })
    const [corrected] = await kept()
    expect(corrected).toMatchObject({ destination: 'UPS', state: 'expected', lane: null })
    expect(Number(corrected?.changedAt)).toBeGreaterThanOrEqual(Number(first?.changedAt))
  })

  it('takes 1,000 at once, from several at the same time', async () => {
    const many = Array.from({ length: 1_000 }, (_, n) => box(`B${n}`))
    await Promise.all([expectAll(many), expectAll([...many].reverse()), expectAll(many)])
    expect(await db.conveyorBox.count()).toBe(1_000)
  })

  it('sends boxes of an order that is cancelled already to the exceptions', async () => {
    await openOrder('O1')
    await cancel('O1')
    await expectAll([box('A', { orderNumber: 'O1' }), box('B', { orderNumber: 'elsewhere' })])
    expect(await kept()).toMatchObject([{ state: 'cancelled' }, { state: 'expected' }])
  })
})

describe('announcing totes of a tour', () => {
  const totes = [{ tote: 'T000001', orderNumber: 'O1', tourId: TOUR }]

  it('runs twice, changes once, and leaves what somebody has corrected', async () => {
    expect(await expectTotes(SHOP, totes)).toMatchObject({ changed: 1 })
    expect(await kept()).toMatchObject([
      { kind: 'tote', destination: 'pack', tourId: TOUR, orderNumber: 'O1' },
    ])
    expect(await expectTotes(SHOP, totes)).toMatchObject({ changed: 0 })
    await expectAll([box('T000001', { kind: 'tote', orderNumber: 'O1', destination: 'consolidation' })])
    expect(await expectTotes(SHOP, totes)).toMatchObject({ changed: 0 })
    expect(await kept()).toMatchObject([{ destination: 'consolidation', tourId: TOUR }])
  })
})

describe('cancelling', () => {
  it('cancels the boxes of cancelled orders wherever they are, once, and no others', async () => {
    await openOrder('O1')
    await openOrder('O2')
    const boxes = ['A', 'B', 'C'].map((barcode) =>
      box(barcode, { orderNumber: barcode === 'C' ? 'O2' : 'O1' }),
    )
    await expectAll(boxes)
    await db.conveyorBox.update({
      where: { siteId_barcode: { siteId: SHOP, barcode: 'B' } },
      data: { state: 'arrived' },
    })
    expect(await cancelBoxes()).toEqual({ cancelled: 0 })
    await cancel('O1')
    expect(await cancelBoxes()).toEqual({ cancelled: 2 })
    expect((await kept()).map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'expected'])
    expect(await cancelBoxes()).toEqual({ cancelled: 0 })
  })

  it('leaves a box of another site that only says that it is of the order', async () => {
    await openBelts('OTHER', null)
    await openOrder('O1')
    await expectBoxes('OTHER', [box('A', { orderNumber: 'O1' })], { corrects: true })
    await cancel('O1')
    expect(await cancelBoxes()).toEqual({ cancelled: 0 })
  })
})
