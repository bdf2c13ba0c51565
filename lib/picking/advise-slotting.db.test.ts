import { beforeEach, describe, expect, it } from 'vitest'
import { pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { layOutShop } from '@/lib/testing/lay-out-shop'
import { addProducts, wrongBins } from '@/lib/testing/open-hall'
import { SHOP } from '@/lib/testing/open-shop'
import { stockByBin, strayLines, tell } from '@/lib/testing/tell-stock'
import { recordEvents } from '../inventory/record-events'
import { adviseSlotting } from './advise-slotting'
import { confirmSlottingMove } from './confirm-slotting-move'
import { decideSlottingMove } from './decide-slotting-move'
import { findSlottingOwed } from './find-slotting-owed'
import { forgetStaleSlotting } from './forget-stale-slotting'
import { listSlottingTasks } from './list-slotting-tasks'
import { readSlottingAdvice } from './read-slotting-advice'

const DAY = '2026-11-20'
const now = new Date('2026-11-21T03:00:00Z')
const at = '2026-11-21T08:00:00Z'
const FAR = 'A02-08-A1'

/** An order of a unit out of a bin; its hold is used up, as a picker would. */
async function pick(number: string, sku: string, bin: string, placedAt = `${DAY}T12:00:00Z`): Promise<void> {
  await pool.query(
    `INSERT INTO orders (number, site_id, status, customer_name, customer_email, ship_to, currency, total_minor, unit_count, line_count,
       payment_method, created_at, placed_at) VALUES ($1, $2, 'placed', 'Ada', 'a@b.c', '{}', 'EUR', 1, 1, 1, 'card', $3, $3)`,
    [number, SHOP, placedAt],
  )
  await pool.query(
    `INSERT INTO stock_hold (order_number, line_number, stock_line_id, quantity, state)
     SELECT $1, 1, line.id, 1, 'picked' FROM stock_line line JOIN bin ON bin.id = bin_id WHERE sku = $2 AND bin.code = $3`,
    [number, sku, bin],
  )
}

const firstMove = async () => {
  const [move] = (await readSlottingAdvice(SHOP, null))?.moves ?? []
  if (!move) throw new Error('no move is advised')
  return move
}
const target = async () => (await firstMove()).transfers[0]?.to.bin ?? ''
const advise = (day = DAY) => adviseSlotting(SHOP, day, { now })
const confirm = async (said: { bin?: string; quantity?: number } = {}, by = 'Pia') =>
  confirmSlottingMove(
    { site: SHOP, id: (await firstMove()).id, by, traceparent: null, now: new Date('2026-11-21T09:00:00Z') },
    { transfer: 0, bin: await target(), quantity: 40, at, ...said },
  )

beforeEach(async () => {
  await emptyDatabase()
  await layOutShop()
  await addProducts({ TEA: { category: 'tea' }, GREENTEA: { category: 'tea' }, MILK: { climate: 'chilled' } })
  const facts = [
    tell('stowed', { sku: 'TEA', quantity: 40, bin: FAR }),
    tell('stowed', { sku: 'GREENTEA', quantity: 5, bin: 'A01-01-A1' }),
  ]
  await recordEvents(facts, [], { siteIds: 'all' })
  for (let n = 0; n < 6; n++) await pick(`O-${n}`, 'TEA', FAR)
})

describe('advice for a day', () => {
  it('is proved on that day, in the time zone of the site', async () => {
    await pick('LATE', 'TEA', FAR, `${DAY}T23:30:00Z`)
    const advice = await advise()
    expect(advice).toMatchObject({ site: SHOP, day: DAY, orders: 6, isComplete: true })
    expect(advice.moves).toHaveLength(1)
    const [move] = advice.moves
    expect(move).toMatchObject({
      state: 'proposed',
      tours: 6,
      transfers: [{ sku: 'TEA', from: { bin: FAR } }],
    })
    expect(move?.savedMetres).toBeCloseTo(advice.beforeMetres - advice.afterMetres)
    expect(move?.because).toContain('6 of 6 orders took it there')
    expect(await readSlottingAdvice(SHOP, null)).toEqual(advice)
  })

  it('computed again, also at once, replaces what nobody decided', async () => {
    await Promise.all([advise(), advise(), advise()])
    expect((await readSlottingAdvice(SHOP, DAY))?.moves).toHaveLength(1)
  })

  it('without orders says so', async () => {
    expect(await advise('2026-11-01')).toMatchObject({ orders: 0, beforeMetres: 0, moves: [] })
  })

  it('stops when its time is over', async () => {
    expect(await adviseSlotting(SHOP, DAY, { now, limitMs: -1 })).toMatchObject({
      isComplete: false,
      moves: [],
    })
  })

  it('is owed once a night', async () => {
    expect(await findSlottingOwed(new Date('2026-11-21T00:30:00Z'))).toEqual([])
    expect(await findSlottingOwed(now)).toEqual([{ site: SHOP, day: DAY }])
    await advise()
    expect(await findSlottingOwed(now)).toEqual([])
  })
})

describe('a move', () => {
  it('that is dismissed does not come back, one that is accepted is work', async () => {
    await advise()
    const { id } = await firstMove()
    expect(await listSlottingTasks(SHOP)).toEqual([])
    expect(await decideSlottingMove(SHOP, id, 'accepted', 'Ada')).toEqual({ outcome: 'decided' })
    expect(await listSlottingTasks(SHOP)).toMatchObject([{ id, from: FAR, free: 40, held: 0, transfer: 0 }])
    expect((await advise()).moves.map(({ state }) => state)).toEqual(['accepted'])
    expect(await decideSlottingMove(SHOP, id, 'dismissed', 'Ada')).toEqual({ outcome: 'decided' })
    expect((await advise()).moves.map(({ state }) => state)).toEqual(['dismissed'])
    expect(await listSlottingTasks(SHOP)).toEqual([])
    expect(await decideSlottingMove('OTHER', id, 'accepted', 'Ada')).toEqual({ outcome: 'unknown' })
  })

  it('told twice, also at the same moment, moves once', async () => {
    await advise()
    const { id } = await firstMove()
    expect(await confirm()).toEqual({ outcome: 'unknown' })
    await decideSlottingMove(SHOP, id, 'accepted', 'Ada')
    const to = await target()
    const answers = [...(await Promise.all([confirm(), confirm(), confirm()])), await confirm()]
    for (const answer of answers) expect(answer).toMatchObject({ outcome: 'confirmed', state: 'done' })
    expect(await stockByBin()).toMatchObject({ [`${to} TEA`]: 40, 'A01-01-A1 GREENTEA': 5 })
    expect(await stockByBin()).not.toHaveProperty(`${FAR} TEA`)
    expect(await strayLines()).toEqual([])
    expect(await wrongBins()).toEqual([])
    expect(await listSlottingTasks(SHOP)).toEqual([])
    expect(await decideSlottingMove(SHOP, id, 'dismissed', 'Ada')).toEqual({ outcome: 'begun' })
  })

  it('of which the process died before the ledger heard of it is told by the next confirmation', async () => {
    await advise()
    const { id } = await firstMove()
    await decideSlottingMove(SHOP, id, 'accepted', 'Ada')
    const to = await target()
    // Its room is kept, and there is room for it once only.
    await pool.query('UPDATE bin SET volume_ml = 40000 WHERE code = $1', [to])
    await pool.query(
      `WITH stow AS (
         INSERT INTO stow_order (id, site_id, operation_id, sku, quantity, asked_by, kept_until)
         VALUES (gen_random_uuid(), $1, $2, 'TEA', 40, 'Pia', now() + interval '1 minute') RETURNING id, kept_until
       )
       INSERT INTO stow_load (stow_order_id, bin_id, sku, quantity, volume_ml, weight_grams, kept_until)
       SELECT stow.id, bin.id, 'TEA', 40, 40000, 40000, kept_until FROM stow, bin WHERE bin.code = $3`,
      [SHOP, `move:${id}:0`, to],
    )
    expect(await confirm()).toMatchObject({ outcome: 'confirmed', state: 'done' })
    expect(await stockByBin()).toMatchObject({ [`${to} TEA`]: 40 })
    expect(await wrongBins()).toEqual([])
  })

  it('into another bin is recorded there when it takes the units, and nowhere when it does not', async () => {
    await advise()
    const { id } = await firstMove()
    await decideSlottingMove(SHOP, id, 'accepted', 'Ada')
    expect(await confirm({ bin: 'A01-01-A1' })).toEqual({ outcome: 'look-alike', sku: 'GREENTEA' })
    expect(await confirm({ bin: 'A03-01-A1' })).toMatchObject({ outcome: 'climate' })
    expect(await confirm({ bin: 'NOWHERE' })).toEqual({ outcome: 'no-bin' })
    expect(await confirm({ quantity: 9_999 })).toMatchObject({ outcome: 'no-room' })
    expect(await stockByBin()).toMatchObject({ [`${FAR} TEA`]: 40 })
    expect(await confirm({ bin: 'A01-05-A1', quantity: 30 })).toMatchObject({ outcome: 'confirmed' })
    expect(await stockByBin()).toMatchObject({ [`${FAR} TEA`]: 10, 'A01-05-A1 TEA': 30 })
  })

  it('that nobody makes is forgotten after three days', async () => {
    await advise()
    await decideSlottingMove(SHOP, (await firstMove()).id, 'accepted', 'Ada')
    await forgetStaleSlotting(new Date())
    expect((await firstMove()).state).toBe('accepted')
    await forgetStaleSlotting(new Date(Date.now() + 4 * 86_400_000))
    expect((await firstMove()).state).toBe('dismissed')
  })
})

it('minds how many bins items deserve, and says it with the moves', async () => {
  await recordEvents([tell('stowed', { sku: 'GREENTEA', quantity: 3, bin: 'A02-06-A1' })], [], {
    siteIds: 'all',
  })
  const because = 'Its 2 bins would hold 90 days of sales; 1 bin still holds 45 days.'
  const wishes = [
    { sku: 'GREENTEA', bins: 2, advisedBins: 1, because },
    { sku: 'TEA', bins: 1, advisedBins: 2, because: 'It sells.' },
  ]
  const { moves, spread } = await adviseSlotting(SHOP, DAY, { now, wishes })
  const freeing = moves.filter(({ frees }) => frees !== null)
  expect(freeing).toHaveLength(1)
  expect(freeing[0]?.because).toContain(because)
  expect(freeing[0]?.savedMetres).toBeGreaterThanOrEqual(0)
  expect(spread).toMatchObject([{ sku: 'TEA', bins: 1, advisedBins: 2, near: [{ bin: expect.any(String) }] }])
})
