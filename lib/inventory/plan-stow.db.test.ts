import { beforeEach, describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { addProducts, openHall, wrongBins } from '@/lib/testing/open-hall'
import { SHOP } from '@/lib/testing/open-shop'
import { stockByBin, strayLines, tell } from '@/lib/testing/tell-stock'
import { confirmStow } from './confirm-stow'
import { type Planning, planStow } from './plan-stow'
import { recordEvents } from './record-events'
import { releaseExpiredStows } from './release-expired-stows'
import { releaseStow } from './release-stow'
import type { Stow, StowRequest } from './stow-schema'

const all = { siteIds: 'all' as const }

beforeEach(() => emptyDatabase())

const plan = (request: Omit<StowRequest, 'site'>) => planStow({ site: SHOP, ...request }, 'test', new Date())
function planned(planning: Planning): Stow {
  if (!('stow' in planning)) throw new Error(JSON.stringify(planning))
  return planning.stow
}
const stow = async (request: Omit<StowRequest, 'site'>) => planned(await plan(request))

describe('a plan', () => {
  it('names a bin with its place and why, and keeps its room', async () => {
    await openHall()
    await addProducts({ MILK: { climate: 'chilled' } })
    const made = await stow({ sku: 'MILK', quantity: 10, lot: 'L1', expiresOn: '2027-01-31' })
    expect(made).toMatchObject({ sku: 'MILK', name: 'Test MILK', lot: 'L1', expiresOn: '2027-01-31' })
    expect(made.bins).toEqual([
      expect.objectContaining({ aisle: 'C01', quantity: 10, state: 'open', level: 1, side: 'L' }),
    ])
    expect(made.bins[0]?.because[0]).toBe('There is room for all 10.')
    const next = await stow({ sku: 'MILK', quantity: 10, lot: 'L1', expiresOn: '2027-01-31' })
    expect(next.bins[0]?.bin).not.toBe(made.bins[0]?.bin)
  })

  it('takes a GTIN for the SKU', async () => {
    await openHall()
    await addProducts({ SALT: {} })
    await pool.query(`UPDATE product SET gtin = '4006381333931'`)
    expect(await stow({ gtin: '4006381333931', quantity: 1 })).toMatchObject({ sku: 'SALT' })
    expect(await plan({ gtin: '4006381333924', quantity: 1 })).toEqual({ outcome: 'unknown-item' })
    expect(await plan({ sku: 'NOTHING', quantity: 1 })).toEqual({ outcome: 'unknown-item' })
  })

  it('is one when it is asked for twice, also at the same moment', async () => {
    await openHall()
    await addProducts({ SALT: {}, OIL: {} })
    const ask = { sku: 'SALT', quantity: 3, operationId: 'dock-1' }
    const answers = await Promise.all(Array.from({ length: 8 }, () => stow(ask)))
    expect(new Set(answers.map(({ stowId }) => stowId)).size).toBe(1)
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await db.stowLoad.count()).toBe(1)
    expect(await plan({ ...ask, quantity: 4 })).toMatchObject({ outcome: 'another-stow' })
    expect(await plan({ ...ask, sku: 'OIL' })).toMatchObject({ outcome: 'another-stow' })
  })

  it('is split over bins when one does not hold it', async () => {
    await openHall({ aisles: 1, binsAnAisle: 4 })
    await addProducts({ SALT: {} })
    const { bins } = await stow({ sku: 'SALT', quantity: 34 })
    expect(bins.map(({ quantity }) => quantity)).toEqual([10, 10, 10, 4])
    expect(new Set(bins.map(({ bin }) => bin)).size).toBe(4)
  })

  it('is all or nothing, and says how many would fit and why not more', async () => {
    await openHall({ aisles: 1, binsAnAisle: 2 })
    await addProducts({
      SALT: {},
      ANVIL: { weightGrams: 11_000 },
      SOFA: { volumeMl: 11_000 },
      ICE: { climate: 'chilled' },
    })
    expect(await plan({ sku: 'SALT', quantity: 21 })).toMatchObject({ why: 'full', fits: 20 })
    expect(await db.stowLoad.count()).toBe(0)
    expect(await plan({ sku: 'ANVIL', quantity: 1 })).toMatchObject({ why: 'too-heavy', fits: 0 })
    expect(await plan({ sku: 'SOFA', quantity: 1 })).toMatchObject({ why: 'too-big', fits: 0 })
    await pool.query(`UPDATE bin SET state = 'closed' WHERE code LIKE 'C%'`)
    expect(await plan({ sku: 'ICE', quantity: 1 })).toMatchObject({ why: 'no-such-zone', fits: 0 })
  })

  it('finds the last free bin of a hall where hundreds are full, and a bin that opened meanwhile', async () => {
    await openHall({ aisles: 10, binsAnAisle: 100 })
    await addProducts({ SALT: {}, STONE: {} })
    await pool.query(`INSERT INTO stock_line (site_id, sku, bin_id, on_hand) SELECT site_id, 'STONE', id, 10 FROM bin
      WHERE code <> 'A07-77-A1'`)
    expect((await stow({ sku: 'SALT', quantity: 10 })).bins[0]?.bin).toBe('A07-77-A1')
    expect(await plan({ sku: 'SALT', quantity: 1 })).toMatchObject({ outcome: 'no-room' })
    await pool.query(`DELETE FROM stock_line WHERE bin_id = (SELECT id FROM bin WHERE code = 'A01-1-A1')`)
    expect((await stow({ sku: 'SALT', quantity: 1 })).bins[0]?.bin).toBe('A01-1-A1')
  })

  it('keeps look-alikes and lots apart, in stock and in plans', async () => {
    await openHall({ aisles: 1, binsAnAisle: 2 })
    await addProducts({
      PLAIN: { category: 'yogurt' },
      MINT: { category: 'yogurt' },
      PEACH: { category: 'yogurt' },
    })
    const [plain, mint] = [
      await stow({ sku: 'PLAIN', quantity: 1 }),
      await stow({ sku: 'MINT', quantity: 1 }),
    ]
    expect(plain.bins[0]?.bin).not.toBe(mint.bins[0]?.bin)
    expect(await plan({ sku: 'PEACH', quantity: 1 })).toMatchObject({ why: 'full', fits: 0 })
    expect(await plan({ sku: 'PLAIN', quantity: 1, lot: 'L2' })).toMatchObject({ why: 'full' })
    expect(await plan({ sku: 'PLAIN', quantity: 1, expiresOn: '2027-01-01' })).toMatchObject({ why: 'full' })
    expect((await stow({ sku: 'PLAIN', quantity: 1 })).bins[0]?.bin).toBe(plain.bins[0]?.bin)
  })

  it('gives its room back when it is released, and when its time is over', async () => {
    await openHall({ aisles: 1, binsAnAisle: 1 })
    await addProducts({ SALT: {} })
    const first = await stow({ sku: 'SALT', quantity: 10 })
    expect(await plan({ sku: 'SALT', quantity: 1 })).toMatchObject({ outcome: 'no-room' })
    expect((await releaseStow(first)).bins).toMatchObject([{ state: 'released' }])
    const second = await stow({ sku: 'SALT', quantity: 10 })
    await pool.query(`UPDATE stow_load SET kept_until = now() WHERE state = 'open'`)
    await stow({ sku: 'SALT', quantity: 10 })
    expect(await releaseExpiredStows(new Date())).toEqual({ released: 1, stowed: 0 })
    expect(await releaseExpiredStows(new Date())).toEqual({ released: 0, stowed: 0 })
    expect(await wrongBins()).toEqual([])
    expect(await db.stowLoad.findMany({ where: { stowOrderId: second.stowId } })).toMatchObject([
      { state: 'released' },
    ])
  })
})

describe('an event that says where', () => {
  it('closes the load of its bin, in part or whole, and once', async () => {
    await openHall()
    await addProducts({ SALT: {} })
    const { bins } = await stow({ sku: 'SALT', quantity: 10 })
    const bin = bins[0]?.bin
    const part = tell('stowed', { sku: 'SALT', quantity: 4, bin })
    await recordEvents([part], [], all)
    await recordEvents([part], [], all)
    const loads = () =>
      db.stowLoad.findMany({
        orderBy: { id: 'asc' },
        select: { state: true, quantity: true, volumeMl: true },
      })
    expect(await loads()).toEqual([
      { state: 'stowed', quantity: 4, volumeMl: 10_000 },
      { state: 'open', quantity: 6, volumeMl: 6_000 },
    ])
    await recordEvents([tell('stowed', { sku: 'SALT', quantity: 6, bin })], [], all)
    expect((await loads()).map(({ state }) => state)).toEqual(['stowed', 'stowed'])
    expect(await stockByBin()).toMatchObject({ [`${bin} SALT`]: 10 })
  })
})

it('600 stows by 20 clients overfill nothing, mix nothing, and every address is what the ledger says', async () => {
  await openHall({ aisles: 4, binsAnAisle: 20, volumeMl: 24_000, weightGrams: 30_000 })
  const skus = Array.from({ length: 40 }, (_, n) => `SKU-${n}`)
  await addProducts(
    Object.fromEntries(
      skus.map((sku, n) => [
        sku,
        { category: `c${n % 12}`, volumeMl: 150 + 20 * (n % 9), weightGrams: 100 + 45 * (n % 7) },
      ]),
    ),
  )
  const said = new Map<string, number>()
  const refusals: string[] = []
  let next = 0
  const client = async () => {
    for (let n = next++; n < 600; n = next++) {
      const lot = n % 5 === 0 ? `L${n % 3}` : undefined
      const planning = await plan({ sku: skus[(n * 7) % 40] ?? '', quantity: 1 + (n % 12), lot })
      if (!('stow' in planning)) refusals.push(planning.outcome)
      else await putAway(planning.stow, n, said)
    }
  }
  await Promise.all(Array.from({ length: 20 }, client))
  expect(said.size).toBeGreaterThan(100)
  expect(await wrongBins()).toEqual([])
  expect(await strayLines()).toEqual([])
  expect(await db.stowLoad.count({ where: { state: 'open' } })).toBe(0)
  const onFloor = Object.entries(await stockByBin()).filter(([name]) => !name.startsWith('DOCK'))
  expect(Object.fromEntries(onFloor)).toEqual(Object.fromEntries(said))
  expect(refusals.every((outcome) => outcome === 'no-room')).toBe(true)
}, 60_000)

/** Half of them confirm, the others tell the ledger by an event of their own. */
async function putAway(stow: Stow, n: number, said: Map<string, number>): Promise<void> {
  const { sku, lot } = stow
  for (const { bin, loadId, quantity } of stow.bins) {
    const name = [bin, sku, lot].filter(Boolean).join(' ')
    said.set(name, (said.get(name) ?? 0) + quantity)
    if (n % 2 === 0) {
      const at = '2026-11-21T09:00:00Z'
      const confirming = await confirmStow(
        stow,
        { operationId: loadId, loadId, bin, quantity, at },
        null,
        new Date(),
      )
      expect(confirming).toMatchObject({ outcome: 'confirmed' })
    } else await recordEvents([tell('stowed', { sku, bin, quantity, ...(lot ? { lot } : {}) })], [], all)
  }
}
