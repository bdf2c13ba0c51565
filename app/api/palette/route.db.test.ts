import { beforeEach, expect, it } from 'vitest'
import { readTopology } from '@/lib/conveyor/read-topology'
import { db } from '@/lib/platform/db'
import { createApiKey } from '@/lib/sites/create-api-key'
import { emptyDatabase } from '@/lib/testing/database'
import { openBelts } from '@/lib/testing/open-belts'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { GET as listViews } from '../saved-views/route'
import { findAnything } from './find-anything'
import { GET } from './route'

const NUMBER = '100001-ABCD'

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [3, 4], 'MILK-0': [0] })
  await db.order.create({
    data: {
      ...{ number: NUMBER, siteId: SHOP, status: 'placed', customerName: 'Ada Milk', language: 'en' },
      ...{ customerEmail: 'ada@example.com', currency: 'EUR', totalMinor: 500, unitCount: 2, lineCount: 1 },
      shipTo: { line1: '1 Main Street', city: 'Berlin', postalCode: '10115', country: 'DE' },
      ...{ paymentMethod: 'card', createdAt: new Date('2026-11-21T12:00:00Z') },
    },
  })
  await db.conveyorBox.create({
    data: { siteId: SHOP, barcode: 'T00042', kind: 'tote', orderNumber: NUMBER, destination: 'pack' },
  })
})

const kindsOf = async (role: 'manager' | 'support', query: string, site = SHOP) =>
  (await findAnything(site, role, query)).map(({ kind }) => kind)

it('asks every finder for a manager, and that of orders alone for support', async () => {
  expect(await kindsOf('manager', 'test milk-')).toEqual(['item'])
  expect(await kindsOf('manager', 'ilk')).toEqual(['item', 'item', 'order'])
  expect(await kindsOf('support', 'ilk')).toEqual(['order'])
  expect(await kindsOf('manager', 'a01-')).toEqual(['bin', 'bin', 'bin'])
  expect(await kindsOf('support', 'a01-')).toEqual([])
})

it('finds an order by its number or e-mail, and a tote with the order it is of', async () => {
  expect(await findAnything(SHOP, 'support', NUMBER.toLowerCase())).toMatchObject([{ orderNumber: NUMBER }])
  expect(await kindsOf('support', 'ada@ex')).toEqual(['order'])
  const [tote] = await findAnything(SHOP, 'manager', 't00042')
  expect(tote).toEqual({ kind: 'box', barcode: 'T00042', box: 'tote', orderNumber: NUMBER })
})

it('finds a tote by four characters of its label, and a lane by its code', async () => {
  expect(await findAnything(SHOP, 'manager', '0042')).toEqual([
    { kind: 'box', barcode: 'T00042', box: 'tote', orderNumber: NUMBER },
  ])
  expect(await kindsOf('manager', '042')).toEqual([])
  expect(await kindsOf('manager', '00_2')).toEqual([])
  await openBelts()
  const lane = (await readTopology(SHOP))?.topology.sorters[0]?.lanes[0]
  for (const typed of [lane?.id, `lane ${lane?.id}`, `close lane ${lane?.id}`])
    expect(await findAnything(SHOP, 'manager', typed ?? '')).toContainEqual(
      expect.objectContaining({ kind: 'lane', lane: lane?.id }),
    )
  expect(await kindsOf('support', lane?.id ?? '')).toEqual([])
})

it('says how much of an item there is', async () => {
  expect(await findAnything(SHOP, 'manager', 'MILK')).toMatchObject([
    { kind: 'item', sku: 'MILK', onHand: 7 },
    {},
  ])
})

it('knows nothing of another site', async () => {
  await db.site.create({
    data: { id: 'OTHER', name: 'Other', timeZone: 'UTC', currency: 'EUR', locale: 'en' },
  })
  expect(await kindsOf('support', NUMBER, 'OTHER')).toEqual([])
  expect(await kindsOf('manager', 'T00042', 'OTHER')).toEqual([])
})

it('is open to people only: a machine has no half-known names, and no views', async () => {
  const { key } = await createApiKey({ name: 'all', scopes: ['all'], siteId: SHOP })
  const request = new Request(`http://house.test/?site=${SHOP}&query=milk`, {
    headers: { authorization: `Bearer ${key}` },
  })
  const context = { params: Promise.resolve({}) }
  expect((await GET(request, context)).status).toBe(403)
  expect((await listViews(request, context)).status).toBe(403)
})
