import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { closeForgottenCounts } from './close-forgotten-counts'
import { decideCount } from './decide-count'
import { finishCount } from './finish-count'
import { openCount } from './open-count'
import { parseInventoryEvent } from './parse-inventory-event'
import { findStock } from './queries'
import { findCount, readCounts } from './read-counts'
import { recordCountLines } from './record-count-lines'
import { recordEvents } from './record-events'

const BIN = 'A01-1-A1'
const OTHER = 'A01-2-A1'
const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 12, minute))
const ada = { by: 'Ada', isOwed: false }

beforeEach(() => emptyDatabase())

async function tell(kind: string, minute: number, fact: Record<string, unknown>): Promise<void> {
  const data = { site: SHOP, bin: BIN, ...fact, observedAt: at(minute).toISOString() }
  const id = JSON.stringify([kind, data])
  const type = `stowline.inventory.${kind}.v1`
  const parsed = parseInventoryEvent({ specversion: '1.0', source: 'test', id, type, data }, at(59))
  if (!parsed.ok) throw new Error(parsed.reason)
  expect(await recordEvents([parsed.event], [], { siteIds: [SHOP] })).toMatchObject({ accepted: 1 })
}

/** A shop whose ledger says what lies there. */
async function openShop(stock: Record<string, number[]>): Promise<void> {
  await stockShop(Object.fromEntries(Object.entries(stock).map(([sku, bins]) => [sku, bins.map(() => 0)])))
  const lines = await db.stockLine.findMany({ include: { bin: true }, orderBy: { id: 'asc' } })
  await db.stockLine.deleteMany()
  const units = Object.values(stock).flat()
  for (const [index, { sku, bin }] of lines.entries())
    if (units[index]) await tell('received', 0, { sku, bin: bin.code, quantity: units[index] })
}

async function open(request: { bin?: string; sku?: string }): Promise<string> {
  const opening = await openCount({ site: SHOP, reason: '', ...request }, ada, at(1))
  if (opening.outcome === 'unknown') throw new Error(opening.what)
  return opening.id
}

const line = (operationId: string, sku: string, quantity: number, minute: number, bin = BIN) => ({
  ...{ operationId, bin, sku, quantity },
  at: at(minute).toISOString(),
})
const record = (id: string, ...lines: ReturnType<typeof line>[]) => recordCountLines(id, lines, 'Ada', at(30))
const finish = (id: string) => finishCount(id, 'Ada', at(31))
const onHand = async (sku: string) => (await findStock(sku, [SHOP]))?.onHand
const told = () => db.inventoryEvent.count({ where: { source: 'stowline/counts' } })

describe('counting', () => {
  it('takes an operation twice and keeps one line; the line seen last counts', async () => {
    await openShop({ MILK: [5] })
    const id = await open({ bin: BIN })
    await record(id, line('late', 'MILK', 4, 10))
    await record(id, line('late', 'MILK', 4, 10))
    await record(id, line('early', 'MILK', 9, 5))
    expect(await db.stockCountLine.count()).toBe(2)
    expect((await findCount(id))?.items).toMatchObject([{ counted: 4, state: 'counted' }])
  })

  it('is blind until it is finished', async () => {
    await openShop({ MILK: [5] })
    const id = await open({ bin: BIN })
    await record(id, line('1', 'MILK', 4, 10))
    expect(await findCount(id)).toMatchObject({
      differenceUnits: null,
      items: [{ expected: null, difference: null }],
    })
    await finish(id)
    expect(await findCount(id)).toMatchObject({
      differenceUnits: 1,
      items: [{ expected: 5, difference: -1 }],
    })
  })

  it('refuses lines of another bin or SKU, all of them, and of a finished count', async () => {
    await openShop({ MILK: [5], BREAD: [5] })
    const id = await open({ bin: BIN, sku: 'MILK' })
    const wrong = await record(
      id,
      line('1', 'MILK', 5, 2),
      line('2', 'MILK', 5, 2, OTHER),
      line('3', 'BREAD', 5, 2),
      line('4', 'CAVIAR', 5, 2),
    )
    expect(wrong).toMatchObject({ outcome: 'wrong-lines' })
    expect(wrong.outcome === 'wrong-lines' && wrong.errors.map((error) => error.path)).toEqual([
      [1, 'bin'],
      [2, 'sku'],
      [3, 'sku'],
    ])
    expect(await finish(id)).toEqual({ outcome: 'nothing-counted' })
    await record(id, line('1', 'MILK', 5, 2))
    await finish(id)
    expect(await record(id, line('5', 'MILK', 5, 2))).toEqual({ outcome: 'not-open', state: 'approved' })
  })
})

describe('finishing', () => {
  it('compares with the book of the instant of counting, though stock moves on', async () => {
    await openShop({ MILK: [10] })
    const id = await open({ bin: BIN })
    await record(id, line('1', 'MILK', 9, 10))
    await tell('sold', 20, { sku: 'MILK', quantity: 4 })
    await finish(id)
    expect((await findCount(id))?.items).toMatchObject([{ expected: 10, difference: -1, state: 'recorded' }])
    expect(await onHand('MILK')).toBe(5)
  })

  it('says that what nobody found in a whole bin is not there', async () => {
    await openShop({ MILK: [5], BREAD: [2] })
    await tell('received', 0, { sku: 'BREAD', quantity: 3 })
    const id = await open({ bin: BIN })
    await record(id, line('1', 'MILK', 5, 10))
    await tell('received', 20, { sku: 'BREAD', quantity: 7 })
    await finish(id)
    expect((await findCount(id))?.items).toMatchObject([
      { sku: 'BREAD', counted: 0, expected: 3, state: 'waiting' },
      { sku: 'MILK', counted: 5, expected: 5, state: 'recorded' },
    ])
  })

  it('finishes once, however many say so, and changes the stock once', async () => {
    await openShop({ MILK: [10] })
    const id = await open({ bin: BIN })
    await record(id, line('1', 'MILK', 9, 10))
    const outcomes = (await Promise.all([finish(id), finish(id), finish(id)])).map((one) => one.outcome)
    expect(outcomes.toSorted()).toEqual(['finished', 'not-open', 'not-open'])
    expect(await onHand('MILK')).toBe(9)
    expect(await told()).toBe(1)
  })

  it('counts a SKU in all its bins, and only where somebody looked', async () => {
    await openShop({ MILK: [10, 6] })
    const id = await open({ sku: 'MILK' })
    await record(id, line('1', 'MILK', 9, 10))
    expect(await finish(id)).toEqual({ outcome: 'finished', state: 'approved' })
    expect(await onHand('MILK')).toBe(15)
  })

  it('finds the lots of a bin when nobody says which was counted', async () => {
    await openShop({ MILK: [], BREAD: [1] })
    await tell('received', 0, { sku: 'MILK', quantity: 4, lot: 'LATE', expiresOn: '2026-12-24' })
    await tell('received', 0, { sku: 'MILK', quantity: 3, lot: 'EARLY', expiresOn: '2026-12-01' })
    const id = await open({ bin: BIN, sku: 'MILK' })
    await record(id, line('1', 'MILK', 6, 10))
    await finish(id)
    expect((await findCount(id))?.items).toMatchObject([
      { lot: 'EARLY', counted: 2, expected: 3 },
      { lot: 'LATE', counted: 4, expected: 4 },
    ])
    expect(await onHand('MILK')).toBe(6)
  })
})

describe('approval', () => {
  async function doubted(): Promise<string> {
    await openShop({ MILK: [20] })
    const id = await open({ bin: BIN })
    await record(id, line('1', 'MILK', 8, 10))
    expect(await finish(id)).toEqual({ outcome: 'finished', state: 'counted' })
    expect(await onHand('MILK')).toBe(20)
    return id
  }

  it('records a difference over the limit when a manager approves it, once', async () => {
    const id = await doubted()
    const decision = { state: 'approved', by: 'Max', reason: '' } as const
    const outcomes = await Promise.all([decideCount(id, decision, at(40)), decideCount(id, decision, at(40))])
    expect(outcomes.map((one) => one.outcome).toSorted()).toEqual(['decided', 'not-waiting'])
    expect(await onHand('MILK')).toBe(8)
    expect(await findCount(id)).toMatchObject({
      state: 'approved',
      decidedBy: 'Max',
      items: [{ state: 'recorded' }],
    })
  })

  it('leaves the book when a manager rejects it', async () => {
    const id = await doubted()
    await decideCount(id, { state: 'rejected', by: 'Max', reason: 'count again' }, at(40))
    expect(await onHand('MILK')).toBe(20)
    expect(await findCount(id)).toMatchObject({
      state: 'rejected',
      decision: 'count again',
      items: [{ state: 'dropped' }],
    })
  })
})

describe('the sweep', () => {
  it('records what a death left owed, once', async () => {
    await openShop({ MILK: [10] })
    const id = await open({ bin: BIN })
    await record(id, line('1', 'MILK', 9, 10))
    await finish(id)
    await db.stockCountResult.updateMany({ data: { state: 'owed' } })
    expect(await closeForgottenCounts(at(50))).toEqual({ recorded: 1, cancelled: 0 })
    expect(await closeForgottenCounts(at(50))).toEqual({ recorded: 0, cancelled: 0 })
    expect(await onHand('MILK')).toBe(9)
    expect(await told()).toBe(1)
  })

  it('cancels what nobody touched for a day, unless the book asked for it', async () => {
    await openShop({ MILK: [10, 10] })
    const mine = await open({ bin: BIN })
    await openCount({ site: SHOP, bin: OTHER, reason: '' }, { by: 'Stowline', isOwed: true }, at(1))
    const tomorrow = new Date(at(2).getTime() + 86_400_000)
    expect(await closeForgottenCounts(at(50))).toMatchObject({ cancelled: 0 })
    expect(await closeForgottenCounts(tomorrow)).toMatchObject({ cancelled: 1 })
    expect(await findCount(mine)).toMatchObject({ state: 'cancelled' })
    expect((await readCounts({ siteIds: [SHOP], state: 'open', limit: 9 })).items).toMatchObject([
      { bin: OTHER },
    ])
  })
})
