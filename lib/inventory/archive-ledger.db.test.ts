import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openScratchDatabase } from '@/lib/testing/open-scratch-database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { stockByBin, strayLines, tell } from '@/lib/testing/tell-stock'
import { archiveLedger } from './archive-ledger'
import type { InventoryFact } from './events'
import { listLedger } from './list-ledger'
import { findStockEvent } from './queries'
import { rebuildStock } from './rebuild-stock'
import { recordEvents } from './record-events'

const BINS = ['A01-1-A1', 'A01-2-A1'] as const
const FUTURE = new Date('2100-01-01T00:00:00Z')

beforeEach(open)

async function open(): Promise<void> {
  await emptyDatabase()
  await stockShop({ MILK: [0, 0], BREAD: [0] })
}

const record = (facts: InventoryFact[]) => recordEvents(facts, [], { siteIds: 'all' })
const at = (minute: number) => ({ observedAt: `2026-11-21T10:${String(minute).padStart(2, '0')}:00Z` })
const archive = () => archiveLedger([SHOP], FUTURE)

/** All events by source and id, and where they lie. */
async function whereabouts(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT event_id AS name FROM inventory_event UNION ALL SELECT event_id FROM archive.inventory_event ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

const sums = async () =>
  (
    await pool.query(
      `SELECT bin_id, sku, lot, sum(quantity)::int AS units FROM (
         SELECT bin_id, sku, lot, quantity FROM ledger_entry UNION ALL SELECT bin_id, sku, lot, quantity FROM archive.ledger_entry) entry
       GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    )
  ).rows

it('moves what is older once, however often it is called', async () => {
  await record([tell('received', { sku: 'MILK', quantity: 5, bin: BINS[0] }, 'a')])
  expect([await archive(), await archive()]).toEqual([{ moved: 1 }, { moved: 0 }])
  const { rows } = await pool.query(`SELECT kind, rows::int, sum::int FROM archived_month ORDER BY kind DESC`)
  expect(rows).toEqual([
    { kind: 'ledger_entry', rows: 1, sum: 5 },
    { kind: 'inventory_event', rows: 1, sum: 0 },
  ])
  expect(await archiveLedger([SHOP], new Date('2020-01-01T00:00:00Z'))).toEqual({ moved: 0 })
})

it('leaves what is younger, and what other sites were told', async () => {
  await record([tell('received', { sku: 'MILK', quantity: 5, bin: BINS[0] }, 'a')])
  expect(await archiveLedger([SHOP], new Date('2020-01-01T00:00:00Z'))).toEqual({ moved: 0 })
  expect(await archiveLedger(['OTHER'], FUTURE)).toEqual({ moved: 0 })
})

it('knows an archived event when it is told again', async () => {
  const fact = tell('received', { sku: 'MILK', quantity: 5, bin: BINS[0] }, 'again')
  await record([fact])
  await archive()
  expect(await record([fact])).toMatchObject({ accepted: 0, duplicates: 1 })
  expect(await stockByBin()).toEqual({ 'A01-1-A1 MILK': 5 })
  expect(await findStockEvent('/test', 'again')).toMatchObject({ entries: [{ quantity: 5 }] })
})

it('lists the ledger on into the archive, each entry once, with its balance', async () => {
  const told = Array.from({ length: 9 }, (_, n) =>
    tell('received', { sku: 'MILK', quantity: 1, bin: BINS[0], ...at(n) }, `e${n}`),
  )
  await record(told.slice(0, 6))
  await archive()
  await record(told.slice(6))
  const seen: [string, number][] = []
  for (let cursor: string | undefined; ; ) {
    const page = await listLedger({ siteIds: [SHOP], sku: 'MILK', limit: 2, cursor })
    seen.push(...page.items.map(({ eventId, balanceAfter }): [string, number] => [eventId, balanceAfter]))
    if (!page.nextCursor) break
    cursor = page.nextCursor
  }
  expect(seen).toEqual(told.map(({ id }, n) => [id, n + 1]).reverse())
})

it('proves the stock from ledger and archive together', async () => {
  await record([
    tell('received', { sku: 'MILK', quantity: 5, bin: BINS[0], ...at(1) }),
    tell('counted', { sku: 'MILK', quantity: 3, bin: BINS[0], ...at(2) }),
    tell('counted', { sku: 'MILK', quantity: 4, bin: BINS[0], ...at(3) }),
  ])
  await archive()
  await record([tell('picked', { sku: 'MILK', quantity: 1, bin: BINS[0], ...at(4) })])
  const scratch = await openScratchDatabase()
  const rebuilt = await rebuildStock(scratch.client).finally(() => scratch.close())
  expect(rebuilt).toMatchObject({
    events: 4,
    differences: [],
    derived: { skus: { bins: 1 }, differences: [] },
  })
})

it('refuses to lose what it does not keep', async () => {
  await record([tell('received', { sku: 'MILK', quantity: 5, bin: BINS[0] })])
  await expect(pool.query('DELETE FROM ledger_entry')).rejects.toThrow('append-only')
  await expect(pool.query('DELETE FROM inventory_event')).rejects.toThrow('append-only')
})

const bin = fc.constantFrom(...BINS)
const happening = fc
  .record({
    type: fc.constantFrom('received', 'received', 'picked', 'moved', 'counted', 'counted', 'wasted'),
    sku: fc.constantFrom('MILK', 'BREAD'),
    lot: fc.constantFrom('L1', 'L2'),
    quantity: fc.integer({ min: 1, max: 9 }),
    bin,
    toBin: bin,
    minute: fc.integer({ min: 0, max: 20 }),
  })
  .filter(({ type, bin, toBin }) => type !== 'moved' || bin !== toBin)

/** What is done besides telling: nothing, archiving, or archiving that dies in the middle. */
const turn = fc.constantFrom('tell', 'tell', 'tell', 'archive', 'die', 'again')

/** A batch that ends before its commit, as when its process is killed. */
async function dieInTheMiddle(): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT archive_ledger($1, $2, 2)', [[SHOP], FUTURE])
    await client.query('ROLLBACK')
    await client.query('SELECT archive_ledger($1, $2, 2)', [[SHOP], FUTURE])
  } finally {
    client.release()
  }
}

it('whenever and however often it is archived, the stock is the same, every event is there once, and told again is a duplicate', {
  timeout: 240_000,
}, async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 2, maxLength: 20 }),
      fc.array(turn, { minLength: 20, maxLength: 20 }),
      async (all, turns) => {
        run++
        const facts = all.map(({ type, toBin, minute, ...data }, n) =>
          tell(type, { ...data, ...(type === 'moved' && { toBin }), ...at(minute) }, `${run}-${99 - n}`),
        )
        await open()
        await record(facts)
        const plain = await stockByBin()

        await open()
        for (const [n, fact] of facts.entries()) {
          if (turns[n] === 'archive') await archive()
          if (turns[n] === 'die') await dieInTheMiddle()
          const before = facts[Math.floor(n / 2)]
          await record([fact])
          if (turns[n] === 'again' && before) expect(await record([before])).toMatchObject({ duplicates: 1 })
          expect(await strayLines()).toEqual([])
        }
        expect(await stockByBin()).toEqual(plain)
        const before = await sums()
        await archive()
        expect(await sums()).toEqual(before)
        expect(await stockByBin()).toEqual(plain)
        expect(await strayLines()).toEqual([])
        expect(await whereabouts()).toEqual(facts.map(({ id }) => id).sort())
        expect(await record(facts)).toMatchObject({ accepted: 0, duplicates: facts.length })
      },
    ),
    { numRuns: 30 },
  )
})
