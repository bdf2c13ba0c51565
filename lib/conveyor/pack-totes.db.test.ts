import { beforeEach, describe, expect, it } from 'vitest'
import { isSscc } from '@/lib/catalog/rules/gs1-key'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openBelts, openOrder } from '@/lib/testing/open-belts'
import { SHOP } from '@/lib/testing/open-shop'
import { expectTotes } from './expect-totes'
import { packTotes } from './pack-totes'
import type { ParcelRequest } from './parcel-schema'

const TOUR = '0192d3f4-0000-7000-8000-000000000001'
// 13:00 in Berlin.
const NOON = new Date('2026-11-21T12:00:00Z')

beforeEach(async () => {
  await emptyDatabase()
  await openBelts()
  await openOrder('O1')
  await openOrder('O2')
  const tote = (n: number, orderNumber: string) => ({ tote: `T00000${n}`, orderNumber, tourId: TOUR })
  await expectTotes(SHOP, [tote(1, 'O1'), tote(2, 'O1'), tote(3, 'O2'), tote(4, 'O1')])
})

const pack = (totes: string[], more: Partial<ParcelRequest> = {}) =>
  packTotes({ site: SHOP, totes, ...more }, 'Pio', NOON)
async function packed(totes: string[], more: Partial<ParcelRequest> = {}) {
  const packing = await pack(totes, more)
  if (packing.outcome !== 'packed') throw new Error(JSON.stringify(packing))
  return packing.parcel
}
/** A tour that was walked for an order, of which the belt has not heard: the label of its tote. */
async function walked(orderNumber: string): Promise<string> {
  const tour = {
    ...{
      siteId: SHOP,
      pickerId: 'p',
      pickerName: 'Mia',
      state: 'done' as const,
      leaseUntil: NOON,
      startedAt: NOON,
    },
    ...{ start: {}, end: {}, atXMetres: 0, atYMetres: 0, walk: [], walkMetres: 0, baselineMetres: 0 },
    ...{ lowerBoundMetres: 0, isOptimal: true, planVersion: 1, totes: { create: { slot: 1, orderNumber } } },
  }
  const { totes } = await db.tour.create({ data: { ...tour, id: TOUR }, include: { totes: true } })
  return `T${String(totes[0]?.number).padStart(6, '0')}`
}
const boxOf = (barcode: string) =>
  db.conveyorBox.findUnique({ where: { siteId_barcode: { siteId: SHOP, barcode } } })

describe('packing', () => {
  it('goes on though the night shift tells the belt of the tote at the same moment', async () => {
    await db.conveyorBox.deleteMany()
    const tote = await walked('O1')
    const nightShift = await pool.connect()
    await nightShift.query('BEGIN')
    await nightShift.query(
      `INSERT INTO conveyor_box (site_id, barcode, kind, order_number, destination) VALUES ($1, $2, 'tote', 'O1', 'pack')`,
      [SHOP, tote],
    )
    const packing = pack([tote])
    const isWaiting = () => pool.query('SELECT FROM pg_locks WHERE NOT granted')
    await expect.poll(async () => (await isWaiting()).rowCount, { timeout: 20_000 }).toBeGreaterThan(0)
    await nightShift.query('COMMIT')
    nightShift.release()
    expect(await packing).toMatchObject({ outcome: 'packed', parcel: { orderNumber: 'O1' } })
  })

  it('makes a parcel that scanners know, for the carrier of the address and its next trailer', async () => {
    const parcel = await packed(['T000001', 'T000002'])
    expect(isSscc(parcel.parcel)).toBe(true)
    expect(parcel.parcel).toMatch(/^09521321/)
    expect(parcel).toMatchObject({
      orderNumber: 'O1',
      carrier: 'FedEx',
      promisedAt: '2026-11-21T15:00:00.000Z',
    })
    expect(await boxOf(parcel.parcel)).toMatchObject({
      ...{ kind: 'parcel', destination: 'FedEx', orderNumber: 'O1', state: 'expected' },
      promisedAt: new Date('2026-11-21T15:00:00Z'),
    })
    expect(await boxOf('T000001')).toMatchObject({ state: 'arrived', lane: null })
    expect(await boxOf('T000004')).toMatchObject({ state: 'expected' })
  })

  it('numbers every parcel anew', async () => {
    const [one, other] = [await packed(['T000001']), await packed(['T000002'])]
    expect(one.parcel).not.toBe(other.parcel)
    expect(one.carrier).toBe(other.carrier)
  })

  it('takes another carrier when told so, and none that no lane serves', async () => {
    expect(await packed(['T000001'], { carrier: 'USPS' })).toMatchObject({
      carrier: 'USPS',
      promisedAt: null,
    })
    expect(await pack(['T000002'], { carrier: 'pack' })).toEqual({
      outcome: 'refused',
      says: 'No lane here serves pack.',
    })
  })
})

describe('said again', () => {
  it('runs twice, changes once: by the operation and by the totes', async () => {
    const parcel = await packed(['T000001', 'T000002'], { operationId: 'op' })
    const before = { outcome: 'packed-before', parcel }
    expect(await pack(['T000002', 't000001'], { operationId: 'op' })).toEqual(before)
    expect(await pack(['T000001', 'T000002'])).toEqual(before)
    expect(await pack(['T000003'], { operationId: 'op' })).toEqual({
      outcome: 'another-operation',
      barcode: parcel.parcel,
    })
    expect(await db.parcel.count()).toBe(1)
  })

  it('by several screens at the same moment is one parcel', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => pack(['T000001', 'T000002'], { operationId: `op-${n}` })),
    )
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(
      ['packed', ...Array(7).fill('packed-before')].sort(),
    )
    expect(await db.parcel.count()).toBe(1)
  })

  it('with one operation for different totes at the same moment packs one of them', async () => {
    const answers = await Promise.all([
      pack(['T000001'], { operationId: 'op' }),
      pack(['T000003'], { operationId: 'op' }),
    ])
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['another-operation', 'packed'])
    expect(await db.parcel.count()).toBe(1)
  })
})

describe('what makes no parcel', () => {
  it('is refused in floor words, and nothing has changed', async () => {
    const says = async (totes: string[]) => {
      const packing = await pack(totes)
      return packing.outcome === 'refused' ? packing.says : packing
    }
    expect(await says(['T000001', 'T000003'])).toBe(
      'T000003 is of order O2, T000001 of O1. Pack each order by itself.',
    )
    expect(await says(['T000009'])).toBe('Nobody here knows T000009. Scan the tote again.')
    await db.order.update({ where: { number: 'O2' }, data: { status: 'cancelled' } })
    expect(await says(['T000003'])).toBe('Order O2 is cancelled. Send its totes to the exceptions.')
    await db.site.update({ where: { id: SHOP }, data: { gln: null } })
    expect(await says(['T000001'])).toMatch(/^TEST-1 has no GLN yet/)
    expect(await db.parcel.count()).toBe(0)
    expect(await db.conveyorBox.count({ where: { state: 'arrived' } })).toBe(0)
  })
})
