import { beforeEach, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { stockShop } from '@/lib/testing/open-shop'
import { tell } from '@/lib/testing/tell-stock'
import { rebuildStock } from './rebuild-stock'
import { recordEvents } from './record-events'

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [0] })
  for (const fact of [
    tell('received', { sku: 'MILK', quantity: 5 }),
    tell('sold', { sku: 'MILK', quantity: 7 }),
  ])
    await recordEvents([fact], [], { siteIds: 'all' })
})

it('finds the same stock in the ledger', async () => {
  expect(await rebuildStock()).toMatchObject({ events: 2, differences: [] })
})

it('tells of a stock line that nothing in the ledger explains', async () => {
  await db.stockLine.updateMany({ where: { bin: { code: 'DOCK' } }, data: { onHand: 4 } })
  const { differences } = await rebuildStock()
  expect(differences).toEqual([
    'TEST-1 MILK in DOCK: the ledger says 0, the stock line 4 on hand and 0 short',
  ])
})

it('is refused an edit of the ledger by the database', async () => {
  await expect(pool.query('UPDATE ledger_entry SET quantity = 9')).rejects.toThrow('append-only')
  await expect(pool.query('DELETE FROM inventory_event')).rejects.toThrow('append-only')
})
