import { beforeEach, expect, it } from 'vitest'
import { beginOrder } from '@/lib/orders/begin-order'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openScratchDatabase } from '@/lib/testing/open-scratch-database'
import { orderOf, stockShop } from '@/lib/testing/open-shop'
import { tell } from '@/lib/testing/tell-stock'
import { rebuildStock } from './rebuild-stock'
import { recordEvents } from './record-events'

const [FIRST, SECOND] = ['A01-1-A1', 'A01-2-A1']

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [0, 0], BREAD: [0], EGGS: [0] })
})

async function told(...facts: ReturnType<typeof tell>[]): Promise<void> {
  for (const fact of facts) await recordEvents([fact], [], { siteIds: 'all' })
}

async function rebuilt() {
  const scratch = await openScratchDatabase()
  try {
    return await rebuildStock(scratch.client)
  } finally {
    await scratch.close()
  }
}

it('finds the same stock in the ledger, and in the events told anew', async () => {
  await told(tell('received', { sku: 'MILK', quantity: 5 }), tell('sold', { sku: 'MILK', quantity: 7 }))
  expect(await rebuilt()).toMatchObject({
    events: 2,
    differences: [],
    derived: { skus: { bins: 0, sum: 1, open: 0 }, differences: [], undecided: [] },
  })
})

it('tells late counts, corrections and older versions anew, and finds every bin and lot equal', async () => {
  const at = (minute: number) => ({ observedAt: `2026-11-21T10:${minute}:00Z` })
  await told(
    tell('received', { sku: 'BREAD', quantity: 9, bin: FIRST, ...at(10) }),
    tell('counted', { sku: 'BREAD', quantity: 5, bin: FIRST, ...at(30) }),
    tell('picked', { sku: 'BREAD', quantity: 2, bin: FIRST, ...at(20) }),
    tell('adjusted', { sku: 'BREAD', quantity: -1, bin: FIRST, reason: 'fell down', ...at(40) }),
    tell('moved', { sku: 'BREAD', quantity: 6, bin: FIRST, toBin: SECOND, ...at(50) }),
    tell('received', { sku: 'EGGS', quantity: 4, bin: FIRST, lot: 'L1', expiresOn: '2026-12-24', ...at(10) }),
    tell('wasted', { sku: 'EGGS', quantity: 1, bin: FIRST, lot: 'L1', ...at(20) }),
  )
  expect(await rebuilt()).toMatchObject({
    differences: [],
    derived: { skus: { bins: 2, sum: 0, open: 0 }, differences: [] },
  })
})

it('proves a sum where an order held what a taking from anywhere then left alone', async () => {
  await told(
    tell('received', { sku: 'MILK', quantity: 5, bin: FIRST, expiresOn: '2026-12-01' }),
    tell('received', { sku: 'MILK', quantity: 5, bin: SECOND, expiresOn: '2026-12-02' }),
  )
  await beginOrder(orderOf({ MILK: 5 }), { clientId: 'c', key: 'k', traceparent: null })
  await told(tell('sold', { sku: 'MILK', quantity: 5 }))
  const { differences, derived } = await rebuilt()
  expect({ differences, derived }).toEqual({
    differences: [],
    derived: { skus: { bins: 0, sum: 1, open: 0 }, differences: [], undecided: [] },
  })

  await told(tell('counted', { sku: 'MILK', quantity: 5, bin: FIRST }))
  const { derived: counted } = await rebuilt()
  expect(counted).toMatchObject({ skus: { bins: 0, sum: 0, open: 1 }, differences: [] })
})

it('tells of a stock line that nothing in the ledger explains', async () => {
  await told(tell('received', { sku: 'MILK', quantity: 5 }), tell('sold', { sku: 'MILK', quantity: 7 }))
  await db.stockLine.updateMany({ where: { bin: { code: 'DOCK' } }, data: { onHand: 4 } })
  const { differences, derived } = await rebuilt()
  expect(differences).toEqual([
    'TEST-1 MILK in DOCK: the ledger says 0, the stock line 4 on hand and 0 short',
  ])
  expect(derived.differences).toEqual([
    'TEST-1 MILK: the events come to -2 in all bins, the stock lines to 2',
  ])
})

it('tells of a ledger that its events do not explain, though the stock agrees with it', async () => {
  await told(tell('received', { sku: 'BREAD', quantity: 5, bin: FIRST }))
  await pool.query(
    `INSERT INTO ledger_entry (event_row, site_id, sku, bin_id, lot, quantity, observed_at)
     SELECT event_row, site_id, sku, bin_id, lot, 3, observed_at FROM ledger_entry`,
  )
  await db.stockLine.updateMany({ where: { sku: 'BREAD', onHand: 5 }, data: { onHand: 8 } })
  const { differences, derived } = await rebuilt()
  expect(differences).toEqual([])
  expect(derived.differences).toEqual([
    `TEST-1 BREAD in ${FIRST}: the events come to 5, the stock line says 8`,
  ])
})

it('does not wait for those who write meanwhile', async () => {
  await told(tell('received', { sku: 'MILK', quantity: 5 }))
  const scratch = await openScratchDatabase()
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('UPDATE stock_line SET on_hand = on_hand')
    await client.query('LOCK TABLE inventory_event, ledger_entry, stock_line IN ROW EXCLUSIVE MODE')
    expect(await rebuildStock(scratch.client)).toMatchObject({ differences: [] })
  } finally {
    await client.query('ROLLBACK')
    client.release()
    await scratch.close()
  }
})

it('is refused an edit of the ledger by the database', async () => {
  await told(tell('received', { sku: 'MILK', quantity: 5 }))
  await expect(pool.query('UPDATE ledger_entry SET quantity = 9')).rejects.toThrow('append-only')
  await expect(pool.query('DELETE FROM inventory_event')).rejects.toThrow('append-only')
})
