import { beforeEach, describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { addProducts, openHall } from '@/lib/testing/open-hall'
import { SHOP } from '@/lib/testing/open-shop'
import { stockByBin, strayLines, tell } from '@/lib/testing/tell-stock'
import { claimLoad } from './claim-load'
import { confirmStow } from './confirm-stow'
import { planStow } from './plan-stow'
import { recordEvents } from './record-events'
import { releaseExpiredStows } from './release-expired-stows'
import { releaseStow } from './release-stow'
import type { Stow } from './stow-schema'

const at = '2026-11-21T09:00:00.000Z'
let salt: Stow
let bin: string
let loadId: string

beforeEach(async () => {
  await emptyDatabase()
  await openHall({ aisles: 1, binsAnAisle: 3 })
  await addProducts({
    SALT: { category: 'salt' },
    SEASALT: { category: 'salt' },
    OIL: {},
    ICE: { climate: 'chilled' },
  })
  await recordEvents([tell('received', { sku: 'SALT', quantity: 10 })], [], { siteIds: 'all' })
  const planning = await planStow({ site: SHOP, sku: 'SALT', quantity: 10 }, 'test', new Date())
  if (planning.outcome !== 'planned') throw new Error(planning.outcome)
  salt = planning.stow
  bin = salt.bins[0]?.bin ?? ''
  loadId = salt.bins[0]?.loadId ?? ''
})

const confirm = (said: { bin?: string; quantity?: number; operationId?: string; loadId?: string } = {}) =>
  confirmStow(salt, { operationId: 'op-1', loadId, bin, quantity: 10, at, ...said }, null, new Date())
const others = () => ['A01-1-A1', 'A01-2-A1', 'A01-3-A1'].filter((code) => code !== bin)
const loads = () =>
  db.stowLoad.findMany({ orderBy: { id: 'asc' }, select: { state: true, quantity: true, operationId: true } })
const put = (sku: string, where: string, onHand: number, lot = '') =>
  pool.query(
    `INSERT INTO stock_line (site_id, sku, bin_id, lot, on_hand) SELECT site_id, $1, id, $4, $3 FROM bin WHERE code = $2`,
    [sku, where, onHand, lot],
  )

describe('a confirmation', () => {
  it('sent twice, also at the same moment, changes once', async () => {
    const answers = [...(await Promise.all([confirm(), confirm(), confirm()])), await confirm()]
    for (const answer of answers)
      expect(answer).toMatchObject({
        outcome: 'confirmed',
        confirmed: { bin, quantity: 10, isPlanned: true },
      })
    expect(await stockByBin()).toEqual({ [`${bin} SALT`]: 10 })
    expect(await loads()).toEqual([{ state: 'stowed', quantity: 10, operationId: 'op-1' }])
    expect(await strayLines()).toEqual([])
  })

  it('of a part leaves the rest open', async () => {
    expect(await confirm({ quantity: 4 })).toMatchObject({
      confirmed: {
        quantity: 4,
        stow: {
          bins: [
            { quantity: 6, state: 'open' },
            { quantity: 4, state: 'stowed' },
          ],
        },
      },
    })
    expect(await confirm({ operationId: 'op-2', quantity: 7 })).toEqual({ outcome: 'too-many', open: 6 })
    expect(await confirm({ operationId: 'op-2', quantity: 6 })).toMatchObject({ outcome: 'confirmed' })
    expect(await confirm({ operationId: 'op-3', quantity: 1 })).toEqual({ outcome: 'over' })
    expect(await stockByBin()).toEqual({ [`${bin} SALT`]: 10 })
  })

  it('of another bin is the address when the bin takes it', async () => {
    const [other = ''] = others()
    expect(await confirm({ bin: other })).toMatchObject({ confirmed: { bin: other, isPlanned: false } })
    expect(await confirm({ bin: other })).toMatchObject({ confirmed: { bin: other, isPlanned: false } })
    expect(await stockByBin()).toEqual({ [`${other} SALT`]: 10 })
    expect((await loads()).map(({ state }) => state)).toEqual(['released', 'stowed'])
  })

  it('of a bin that does not take it is refused and changes nothing', async () => {
    const [other = ''] = others()
    const before = await stockByBin()
    expect(await confirm({ bin: 'C01-1-A1' })).toEqual({
      outcome: 'climate',
      needs: 'ambient',
      has: 'chilled',
    })
    expect(await confirm({ bin: 'DOCK' })).toEqual({ outcome: 'no-bin' })
    expect(await confirm({ bin: 'X99' })).toEqual({ outcome: 'no-bin' })
    expect(await confirm({ loadId: '999' })).toEqual({ outcome: 'unknown-load' })
    await put('OIL', other, 3)
    expect(await confirm({ bin: other })).toEqual({ outcome: 'no-room', fits: 7 })
    await put('SEASALT', other, 1)
    expect(await confirm({ bin: other })).toEqual({ outcome: 'look-alike', sku: 'SEASALT' })
    await pool.query(`UPDATE stock_line SET sku = 'SALT', lot = 'L7' WHERE sku = 'SEASALT'`)
    expect(await confirm({ bin: other })).toEqual({ outcome: 'other-lot', lot: 'L7' })
    await pool.query(`UPDATE bin SET state = 'closed', state_reason = 'broken board' WHERE code = $1`, [
      other,
    ])
    expect(await confirm({ bin: other })).toEqual({ outcome: 'closed', reason: 'broken board' })
    expect(await loads()).toEqual([{ state: 'open', quantity: 10, operationId: null }])
    expect(await stockByBin()).toMatchObject(before)
  })

  it('of more than is open for all is refused, however many ask at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => confirm({ operationId: `op-${n}`, quantity: 3 })),
    )
    expect(answers.filter(({ outcome }) => outcome === 'confirmed')).toHaveLength(3)
    expect(await stockByBin()).toEqual({ [`${bin} SALT`]: 9, 'DOCK SALT': 1 })
  })
})

describe('a process that dies', () => {
  const said = () => ({ operationId: 'op-1', loadId, bin, quantity: 10 })
  const eventId = () => `${salt.stowId}:op-1`

  it('before the ledger was told leaves a claim that the next confirmation tells', async () => {
    expect(await claimLoad(salt.stowId, eventId(), said())).toMatchObject({ outcome: 'claimed' })
    expect((await releaseStow(salt)).bins).toMatchObject([{ state: 'open' }])
    expect(await confirm()).toMatchObject({ outcome: 'confirmed' })
    expect(await stockByBin()).toEqual({ [`${bin} SALT`]: 10 })
  })

  it('after the ledger was told leaves a load that the next confirmation closes, though the bin is full of it', async () => {
    await confirm()
    await pool.query(`UPDATE stow_load SET state = 'open', stowed_bin_id = NULL, stowed_at = NULL`)
    expect(await confirm()).toMatchObject({ outcome: 'confirmed', confirmed: { bin } })
    expect(await loads()).toMatchObject([{ state: 'stowed' }])
    expect(await stockByBin()).toEqual({ [`${bin} SALT`]: 10 })
  })

  it('for good has its load closed as what it is when the time is over', async () => {
    await confirm()
    await pool.query(`UPDATE stow_load SET state = 'open', kept_until = now() - interval '1 second'`)
    expect(await releaseExpiredStows(new Date())).toEqual({ released: 0, stowed: 1 })
    expect(await confirm()).toMatchObject({ outcome: 'confirmed' })
    expect(await stockByBin()).toEqual({ [`${bin} SALT`]: 10 })
  })

  it('before telling, and its room went to others meanwhile: the late confirmation is refused', async () => {
    await claimLoad(salt.stowId, eventId(), said())
    await pool.query(`UPDATE stow_load SET kept_until = now() - interval '1 second'`)
    await releaseExpiredStows(new Date())
    await put('OIL', bin, 5)
    expect(await confirm()).toEqual({ outcome: 'no-room', fits: 5 })
    await pool.query(`DELETE FROM stock_line WHERE sku = 'OIL'`)
    expect(await confirm()).toMatchObject({ outcome: 'confirmed' })
  })
})
