import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openScratchDatabase } from '@/lib/testing/open-scratch-database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { stockByBin, strayLines, tell } from '@/lib/testing/tell-stock'
import { archiveLedger } from './archive-ledger'
import { forgetLedgerMonth } from './forget-ledger-month'
import { rebuildStock } from './rebuild-stock'
import { recordEvents } from './record-events'

const BIN = 'A01-1-A1'
let folder: string
let month: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stowline-months-'))
  await emptyDatabase()
  await stockShop({ MILK: [0] })
  const facts = [3, 4].map((quantity) => tell('received', { sku: 'MILK', quantity, bin: BIN }))
  await recordEvents(facts, [], { siteIds: 'all' })
  await archiveLedger([SHOP], new Date('2100-01-01T00:00:00Z'))
  const { month: day } = await db.archivedMonth.findFirstOrThrow()
  month = day.toISOString().slice(0, 10)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('writes a month down before it is dropped, and the stock is proven on', async () => {
  const [, entries = ''] = await forgetLedgerMonth(SHOP, month, folder)
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(entries) })
  expect(rows.map(({ quantity, site_id }) => [quantity, site_id])).toEqual([
    [3, SHOP],
    [4, SHOP],
  ])
  expect((await pool.query('SELECT FROM archive.ledger_entry')).rowCount).toBe(0)
  expect(await db.archivedEvent.count()).toBe(0)

  await recordEvents([tell('picked', { sku: 'MILK', quantity: 2, bin: BIN })], [], { siteIds: 'all' })
  expect([await stockByBin(), await strayLines()]).toEqual([{ [`${BIN} MILK`]: 5 }, []])
  const scratch = await openScratchDatabase()
  const rebuilt = await rebuildStock(scratch.client).finally(() => scratch.close())
  expect(rebuilt).toMatchObject({ events: 1, differences: [], derived: { differences: [] } })
})

it('drops nothing when the file does not hold what was archived', async () => {
  await db.archivedMonth.updateMany({ where: { kind: 'ledger_entry' }, data: { rows: 3 } })
  await expect(forgetLedgerMonth(SHOP, month, folder)).rejects.toThrow('holds 2 rows')
  expect((await pool.query('SELECT FROM archive.ledger_entry')).rowCount).toBe(2)
})
