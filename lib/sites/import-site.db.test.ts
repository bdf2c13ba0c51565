import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openBelts } from '@/lib/testing/open-belts'
import { fillShelves, openPickShop, orderToPick } from '@/lib/testing/open-pick-shop'
import { openTestSandbox, SHOP } from '@/lib/testing/open-shop'
import { beginTourOf, handOver, packTote, settleMoney, walkTour } from '@/lib/testing/walk-orders'
import { exportSite } from './export-site'
import { importSite } from './import-site'
import { listSiteTables } from './list-site-tables'

const NOW = new Date('2026-11-22T12:00:00Z')
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
  await openBelts()
})

/** A day with an order shipped and one under way. */
async function liveADay(): Promise<void> {
  await orderToPick({ MILK: 3, BREAD: 1 })
  const tour = await beginTourOf()
  if (!tour) throw new Error('no tour')
  await walkTour(tour)
  await handOver((await packTote(tour.totes[0]?.tote ?? '')) ?? '')
  await settleMoney()
  await orderToPick({ MILK: 1 })
}

async function archiveOf(site: string): Promise<string[]> {
  let text = ''
  for await (const lines of exportSite(site, NOW)) text += lines
  return text.trimEnd().split('\n')
}

async function* from(lines: string[]): AsyncGenerator<string> {
  yield* lines
}

/** Every row of a site by table, in one order; without the transaction that wrote it. */
async function contentOf(site: string): Promise<Record<string, string[]>> {
  const client = await pool.connect()
  try {
    const content: Record<string, string[]> = {}
    for (const { name, where } of await listSiteTables(client)) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT (to_jsonb(t) - 'xid')::text AS row FROM "${name}" t WHERE ${where} ORDER BY 1`,
        [site],
      )
      content[name] = rows.map(({ row }) => row)
    }
    return content
  } finally {
    client.release()
  }
}

/** Where everything lies and why, by names instead of numbers. */
async function storyOf(site: string): Promise<unknown[]> {
  const { rows } = await pool.query(
    `SELECT z.code AS zone, b.code AS bin, l.sku, l.quantity, e.event_id, s.on_hand, h.order_number, t.seq
     FROM ledger_entry l JOIN inventory_event e ON e.id = l.event_row JOIN bin b ON b.id = l.bin_id
     JOIN aisle a ON a.id = b.aisle_id JOIN zone z ON z.id = a.zone_id
     LEFT JOIN stock_line s ON s.bin_id = b.id AND s.sku = l.sku LEFT JOIN stock_hold h ON h.stock_line_id = s.id
     LEFT JOIN tour_stop t ON t.stock_line_id = s.id WHERE l.site_id = $1 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8`,
    [site],
  )
  expect(rows.length).toBeGreaterThan(0)
  return rows
}

test('brings a site into an empty house as it was, row by row', async () => {
  await liveADay()
  const before = await contentOf(SHOP)
  for (const table of ['bin', 'ledger_entry', 'orders', 'money_entry', 'tour_stop', 'shipment_line'])
    expect(before[table]?.length, table).toBeGreaterThan(0)
  const archive = await archiveOf(SHOP)
  await emptyDatabase()
  expect(await importSite(from(archive), undefined, NOW)).toMatchObject({ outcome: 'imported', site: SHOP })
  expect(await contentOf(SHOP)).toEqual(before)
  // The house goes on: numbers go on behind those that came.
  await fillShelves([{ sku: 'MILK', bin: 'A01-01-A1', quantity: 5 }])
  await orderToPick({ MILK: 1 })
})

test('runs twice, changes once', async () => {
  await liveADay()
  const archive = await archiveOf(SHOP)
  await emptyDatabase()
  await importSite(from(archive), undefined, NOW)
  const before = await contentOf(SHOP)
  expect(await importSite(from(archive), undefined, NOW)).toEqual({ outcome: 'already', site: SHOP })
  expect(await contentOf(SHOP)).toEqual(before)
})

test('brings a site in under another id where its numbers are taken, and all that repeats them moves along', async () => {
  await liveADay()
  const archive = await archiveOf(SHOP)
  const told = await storyOf(SHOP)
  expect(await importSite(from(archive), 'TEST-2', NOW)).toMatchObject({ outcome: 'refused' })
  await emptyDatabase()
  const other = { name: 'Other', timeZone: 'UTC', currency: 'EUR', locale: 'en-GB' }
  await db.site.create({ data: { id: 'OTHER', ...other } })
  const zone = await db.zone.create({
    data: { siteId: 'OTHER', code: 'Z', name: 'Z', temperatureZone: 'ambient' },
  })
  await db.aisle.create({ data: { siteId: 'OTHER', zoneId: zone.id, code: 'Z01', xMetres: 1 } })
  expect(await importSite(from(archive), 'TEST-2', NOW)).toMatchObject({
    outcome: 'imported',
    site: 'TEST-2',
  })
  expect(await storyOf('TEST-2')).toEqual(told)
  expect(await db.aisle.count({ where: { siteId: 'OTHER' } })).toBe(1)
  expect((await db.inventoryEvent.findFirst({ where: { siteId: 'TEST-2' } }))?.data).toMatchObject({
    site: 'TEST-2',
  })
})

test('brings nothing in of an archive that is damaged, cut off, or of a site that is here', async () => {
  await liveADay()
  const archive = await archiveOf(SHOP)
  expect(await importSite(from(archive), undefined, NOW)).toMatchObject({ outcome: 'refused' })
  await emptyDatabase()
  const damaged = archive.map((line) => line.replace('"quantity": 3', '"quantity": 4'))
  for (const [lines, because] of [
    [damaged, 'damaged'],
    [archive.slice(0, -1), 'breaks off'],
    [['{}'], 'no archive'],
  ] as const)
    expect(await importSite(from([...lines]), undefined, NOW)).toMatchObject({
      outcome: 'refused',
      because: expect.stringContaining(because),
    })
  expect((await pool.query('SELECT 1 FROM site')).rowCount).toBe(0)
})

test('takes no secret along, and asks for a decision about a table that is new', async () => {
  const client = await pool.connect()
  try {
    const names = (await listSiteTables(client)).map(({ name }) => name)
    for (const secret of ['api_key', 'account', 'session', 'person', 'webhook_endpoint', 'alert_target'])
      expect(names).not.toContain(secret)
    await client.query('CREATE TABLE made_tomorrow (id int)')
    await expect(listSiteTables(client)).rejects.toThrow('made_tomorrow')
  } finally {
    await client.query('DROP TABLE IF EXISTS made_tomorrow')
    client.release()
  }
})
