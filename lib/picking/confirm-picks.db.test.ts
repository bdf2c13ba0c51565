import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openPickShop, orderToPick } from '@/lib/testing/open-pick-shop'
import { openTestSandbox, SHOP } from '@/lib/testing/open-shop'
import { stockByBin, strayLines } from '@/lib/testing/tell-stock'
import { confirmPicks } from './confirm-picks'
import { giveBackTour } from './give-back-tour'
import { nextTour } from './next-tour'
import { readTour } from './read-tour'
import type { Confirmation, Tour } from './schema'
import { sweepTours } from './sweep-tours'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await openPickShop([
    { sku: 'MILK', bin: 'A01-01-A1', quantity: 10 },
    { sku: 'BREAD', bin: 'A02-03-A1', quantity: 10 },
  ])
})

const ANN = { id: 'ann', name: 'Ann' }
const BEN = { id: 'ben', name: 'Ben' }

async function begin(picker = ANN): Promise<Tour> {
  const tour = await nextTour(SHOP, picker, new Date())
  if (!tour) throw new Error('there is no tour')
  return tour
}

const pickOf = (tour: Tour, sku: string, more: Partial<Confirmation> = {}): Confirmation => {
  const stop = tour.stops.find((one) => one.sku === sku)
  if (!stop) throw new Error(`no stop of ${sku}`)
  const { seq, bin, quantity } = stop
  return { operationId: randomUUID(), seq, bin, sku, quantity, at: new Date().toISOString(), ...more }
}
const confirm = (tour: Tour, told: Confirmation[], picker = ANN) =>
  confirmPicks(tour.tourId, picker.id, told, new Date())
const stateOf = async (orderNumber: string) =>
  (await db.pickList.findUnique({ where: { orderNumber } }))?.state
const heldUnits = () => db.stockHold.aggregate({ _sum: { quantity: true }, where: { state: 'held' } })

describe('a whole tour', () => {
  it('confirmed out of order uses the holds up, ends the tour and closes the lists', async () => {
    const order = await orderToPick({ MILK: 3, BREAD: 2 })
    const tour = await begin()
    const told = tour.stops.map(({ sku }) => pickOf(tour, sku)).reverse()
    const answer = await confirm(tour, told)
    expect(answer?.results.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded'])
    expect(answer?.version).toBe(2)
    expect(await readTour(tour.tourId)).toMatchObject({ state: 'done', version: 2 })
    expect(await stateOf(order)).toBe('picked')
    expect(await stockByBin()).toEqual({ 'A01-01-A1 MILK': 7, 'A02-03-A1 BREAD': 8 })
    expect((await heldUnits())._sum.quantity).toBeNull()
    expect(await strayLines()).toEqual([])
  })

  it('runs twice, changes once', async () => {
    await orderToPick({ MILK: 3 })
    const tour = await begin()
    const told = [pickOf(tour, 'MILK')]
    const first = await confirm(tour, told)
    const again = await Promise.all([confirm(tour, told), confirm(tour, told)])
    expect(again).toEqual([first, first])
    expect(await stockByBin()).toMatchObject({ 'A01-01-A1 MILK': 7 })
  })

  it('counts a stop once when two phones confirm it at the same moment', async () => {
    await orderToPick({ MILK: 3 })
    const tour = await begin()
    const answers = await Promise.all([1, 2, 3].map(() => confirm(tour, [pickOf(tour, 'MILK')])))
    const results = answers.flatMap((answer) => answer?.results ?? [])
    expect(results.map(({ reason = 'recorded' }) => reason).sort()).toEqual([
      'already-picked',
      'already-picked',
      'recorded',
    ])
    expect(await stockByBin()).toMatchObject({ 'A01-01-A1 MILK': 7 })
    expect(await strayLines()).toEqual([])
  })
})

describe('what died between its answer and the ledger', () => {
  it('is told to the ledger by the next word, or by the sweep, once', async () => {
    const order = await orderToPick({ MILK: 3 })
    const tour = await begin()
    const told = [pickOf(tour, 'MILK')]
    const first = await confirm(tour, told)
    // As a death after recording leaves it: in the ledger, and still owed.
    await db.pickAct.updateMany({ data: { isOwed: true } })
    expect(await confirm(tour, told)).toEqual(first)
    expect(await db.pickAct.count({ where: { isOwed: true } })).toBe(0)
    await db.pickAct.updateMany({ data: { isOwed: true } })
    expect(await sweepTours(new Date())).toMatchObject({ told: 1 })
    expect(await stockByBin()).toMatchObject({ 'A01-01-A1 MILK': 7 })
    expect(await stateOf(order)).toBe('picked')
  })

  it('keeps its order from being planned again meanwhile', async () => {
    await orderToPick({ MILK: 3, BREAD: 1 })
    const tour = await begin()
    await confirm(tour, [pickOf(tour, 'MILK')])
    await giveBackTour(tour.tourId, 'ann', 'tired', new Date())
    await db.pickAct.updateMany({ data: { isOwed: true } })
    expect(await nextTour(SHOP, BEN, new Date())).toBeNull()
    await sweepTours(new Date())
    expect((await begin(BEN)).stops.map(({ sku }) => sku)).toEqual(['BREAD'])
  })
})

describe('a conflict says in words what to do', () => {
  it.each([
    [
      'wrong-bin',
      { bin: 'A03-01-A1' },
      /^This is A03-01-A1, the stop is at A01-01-A1\. Put 3 × Test MILK back into A03-01-A1/,
    ],
    ['wrong-item', { sku: 'BREAD' }, /^This is BREAD, wanted is Test MILK/],
    ['too-many', { quantity: 4 }, /^Only 3 are wanted here, not 4\. Take 3/],
    ['unknown-stop', { seq: 9 }, /^Stop 9 is not on this tour/],
  ] as const)('%s', async (reason, more, says) => {
    await orderToPick({ MILK: 3 })
    const tour = await begin()
    const answer = await confirm(tour, [pickOf(tour, 'MILK', more)])
    expect(answer?.results).toMatchObject([
      { outcome: 'conflict', reason, says: expect.stringMatching(says) },
    ])
    expect(await stockByBin()).toMatchObject({ 'A01-01-A1 MILK': 10 })
  })

  it('order-cancelled, and the stop leaves the tour with the next sweep', async () => {
    const order = await orderToPick({ MILK: 3 })
    const tour = await begin()
    await db.order.update({ where: { number: order }, data: { status: 'cancelled' } })
    const answer = await confirm(tour, [pickOf(tour, 'MILK')])
    expect(answer?.results).toMatchObject([
      { reason: 'order-cancelled', says: expect.stringMatching(/^Order .* was cancelled/) },
    ])
    await sweepTours(new Date())
    expect(await readTour(tour.tourId)).toMatchObject({ state: 'done', stops: [{ state: 'cancelled' }] })
    expect(await stateOf(order)).toBe('cancelled')
  })

  it('not-yours, when somebody else has the tour', async () => {
    await orderToPick({ MILK: 3 })
    const tour = await begin()
    const answer = await confirm(tour, [pickOf(tour, 'MILK')], BEN)
    expect(answer?.results).toMatchObject([
      { reason: 'not-yours', says: expect.stringMatching(/^Ann has this tour now/) },
    ])
  })
})

describe('a picker who vanishes', () => {
  const vanish = () =>
    pool.query(`UPDATE tour SET lease_until = now() - interval '1 second' WHERE state = 'walking'`)

  it('frees what they have not picked; what they have stays picked, in its tote', async () => {
    const order = await orderToPick({ MILK: 3, BREAD: 2 })
    const tour = await begin()
    await confirm(tour, [pickOf(tour, 'MILK')])
    await vanish()
    expect(await sweepTours(new Date())).toMatchObject({ freed: 1 })
    expect(await sweepTours(new Date())).toMatchObject({ freed: 0 })
    expect(await stateOf(order)).toBe('open')
    const rest = await begin(BEN)
    expect(rest.stops).toMatchObject([{ sku: 'BREAD', quantity: 2 }])
    expect(rest.totes[0]?.tote).not.toBe(tour.totes[0]?.tote)
    await confirm(rest, [pickOf(rest, 'BREAD')], BEN)
    expect(await stateOf(order)).toBe('picked')
    expect(await strayLines()).toEqual([])
  })

  it('and comes back with what was picked off-line is heard, unless somebody else walks for the order', async () => {
    const order = await orderToPick({ MILK: 3, BREAD: 2 })
    const tour = await begin()
    await vanish()
    await sweepTours(new Date())
    expect((await confirm(tour, [pickOf(tour, 'MILK')]))?.results).toMatchObject([{ outcome: 'recorded' }])
    const rest = await begin(BEN)
    expect(rest.stops).toMatchObject([{ sku: 'BREAD' }])
    const late = await confirm(tour, [pickOf(tour, 'BREAD')])
    expect(late?.results).toMatchObject([
      { reason: 'not-yours', says: expect.stringMatching(/^Ben picks order/) },
    ])
    await confirm(rest, [pickOf(rest, 'BREAD')], BEN)
    expect(await stateOf(order)).toBe('picked')
    expect(await stockByBin()).toEqual({ 'A01-01-A1 MILK': 7, 'A02-03-A1 BREAD': 8 })
    expect(await strayLines()).toEqual([])
  })

  it('and whose late words finish the order closes its list with the sweep', async () => {
    const order = await orderToPick({ MILK: 3 })
    const tour = await begin()
    await vanish()
    await sweepTours(new Date())
    await confirm(tour, [pickOf(tour, 'MILK')])
    expect(await nextTour(SHOP, BEN, new Date())).toBeNull()
    await sweepTours(new Date())
    expect(await stateOf(order)).toBe('picked')
  })
})

it('of two tours that were both given back counts once', async () => {
  await orderToPick({ MILK: 1, BREAD: 1 })
  const anns = await begin()
  await giveBackTour(anns.tourId, ANN.id, 'tired', new Date())
  const bens = await begin(BEN)
  await giveBackTour(bens.tourId, BEN.id, 'tired', new Date())
  const [first] = (await confirm(anns, [pickOf(anns, 'BREAD')]))?.results ?? []
  const [second] = (await confirm(bens, [pickOf(bens, 'BREAD')], BEN))?.results ?? []
  expect(first).toMatchObject({ outcome: 'recorded' })
  expect(second).toMatchObject({ outcome: 'conflict', reason: 'not-yours' })
  expect((await stockByBin())['A02-03-A1 BREAD']).toBe(9)
  expect(await strayLines()).toEqual([])
})
