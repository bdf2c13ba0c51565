import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { archiveOrders } from '@/lib/orders/archive-orders'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { placeOrder } from '@/lib/orders/place-order'
import { openPickList } from '@/lib/picking/open-pick-list'
import { db, pool } from '@/lib/platform/db'
import { findOrderPage } from '@/lib/support/queries'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, orderOf, SHOP, stockShop } from '@/lib/testing/open-shop'
import { settleMoney } from '@/lib/testing/walk-orders'
import { eraseOldPersons } from './erase-old-persons'
import { erasePerson } from './erase-person'
import { previewErasure } from './preview-erasure'
import { readPerson } from './read-person'
import { MAIL_TOMBSTONE, TOMBSTONE } from './rules/tombstone'
import { setRetention } from './set-retention'

const ZOE = {
  customer: { name: 'Zoë "Zip" Quarrington', email: 'Zoe.Quarrington@example.com', phone: '+49 170 9988776' },
  shipTo: { line1: '7 Unlikely Close', line2: 'Flat Q', city: 'Berlin', postalCode: '10115', country: 'DE' },
}
const TRACES = ['quarrington', '9988776', 'unlikely close', 'flat q']
const NOW = new Date('2026-11-22T12:00:00Z')
const asked = { email: ZOE.customer.email.toUpperCase(), siteIds: 'all' as const, askedBy: 'Mara', now: NOW }

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
  await pool.query('CREATE TABLE made_tomorrow (order_number text, words text, said jsonb, names text[])')
})
afterAll(async () => {
  await pool.query('DROP TABLE made_tomorrow')
  await sandbox.close()
})
beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [50] })
})

async function place(person: object = ZOE): Promise<string> {
  const request = { ...orderOf({ MILK: 2 }), ...person }
  const placed = await placeOrder(request, { clientId: 'test', key: randomUUID(), traceparent: null })
  if (placed.outcome !== 'answered') throw new Error(placed.outcome)
  return (JSON.parse(placed.body) as { orderNumber: string }).orderNumber
}

/** Whatever the rooms write of an order, and what a person may have written about it. */
async function leaveTraces(order: string): Promise<void> {
  const { name, email, phone } = ZOE.customer
  const said = { orderNumber: order, to: email, words: [`For ${name}, ${ZOE.shipTo.line1}`, phone] }
  await openPickList({ siteId: SHOP, orderNumber: order, customerName: name, placedAt: NOW })
  await db.orderNote.create({
    data: { orderNumber: order, text: 'She is Zoë Q., call her.', writtenBy: 'Sue' },
  })
  await db.mail.create({
    data: {
      id: `<1.${order}>`,
      orderNumber: order,
      kind: 'confirmation',
      toAddress: email,
      subject: name,
      state: 'sent',
    },
  })
  await db.receivedMail.create({
    data: {
      messageId: '<1>',
      ...{ toAddress: email, fromAddress: 'shop@example.com', subject: 'Thanks', orderNumber: order },
      text: `Hello ${name}`,
      attachments: {
        create: { position: 0, name: `${name}.pdf`, contentType: 'text/plain', content: Buffer.from('x') },
      },
    },
  })
  const times = { createdAt: NOW, updatedAt: NOW }
  await db.deadLetter.create({
    data: {
      ...{ key: `step:${order}`, kind: 'step', queue: 'confirmation-email', subject: order, payload: said },
      ...{ error: `550 no such user ${email}`, attempts: 1, ...times },
    },
  })
  await db.outboxEvent.create({
    data: { eventId: 'e', name: 'orders/step.owed-again', subject: order, data: said, occurredAt: NOW },
  })
  await db.engineRun.create({
    data: { functionId: 'f', idempotencyKey: 'k', event: { data: said }, limitKeys: [], createdAt: NOW },
  })
  await pool.query('INSERT INTO made_tomorrow VALUES ($1, $2, $3, $4)', [
    ...[order, `${name} rang from ${phone}`, JSON.stringify({ [email]: said }), [name, ZOE.shipTo.line2]],
  ])
}

/** Every row of every table, as words: a table that nobody thought of is found as well. */
async function whereTraced(): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind IN ('r', 'p')
        AND NOT relispartition AND relnamespace IN ('public'::regnamespace, 'archive'::regnamespace)`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(
      `SELECT t::text AS row FROM ${name} t WHERE lower(t::text) LIKE ANY($1)`,
      [TRACES.map((trace) => `%${trace}%`)],
    )
    found.push(...rows.map(({ row }) => `${name}: ${row}`))
  }
  return found
}

async function close(order: string): Promise<void> {
  await cancelOrder(order, { by: 'Sue', reason: 'Zoë Quarrington rang' }, NOW)
  await settleMoney()
  await db.orderStep.updateMany({ data: { state: 'done' } })
}

test('finds nobody in any table any more, and the books are as they were', async () => {
  const order = await place()
  await leaveTraces(order)
  await close(order)
  const books = () =>
    pool.query(
      `SELECT o.number, o.status, o.total_minor, o.currency, o.placed_at, o.ship_to->>'country' AS country, l.*, e.*
       FROM orders o JOIN order_line l ON l.order_number = o.number JOIN payment_movement m ON m.order_number = o.number
       JOIN money_entry e ON e.movement_id = m.id ORDER BY 1, m.seq, e.account, l.line_number`,
    )
  const before = (await books()).rows
  expect(before.length).toBeGreaterThan(0)
  expect(new Set((await whereTraced()).map((row) => row.split(':')[0]))).toEqual(
    new Set([
      ...[
        'orders',
        'pick_list',
        'mail',
        'received_mail',
        'received_attachment',
        'dead_letter',
        'outbox_event',
      ],
      ...['engine_run', 'made_tomorrow', 'payment', 'payment_movement'],
    ]),
  )
  expect(await erasePerson(asked)).toMatchObject({ outcome: 'erased', id: expect.any(String), orders: 1 })
  expect(await whereTraced()).toEqual([])
  expect((await books()).rows).toEqual(before)
  expect(await db.order.findUnique({ where: { number: order } })).toMatchObject({
    ...{
      customerName: TOMBSTONE,
      customerEmail: MAIL_TOMBSTONE,
      customerPhone: null,
      cancelReason: TOMBSTONE,
    },
    shipTo: { line1: TOMBSTONE, city: TOMBSTONE, postalCode: TOMBSTONE, country: 'DE' },
  })
  expect((await db.orderNote.findFirst())?.text).toBe(TOMBSTONE)
})

test('finds nobody in the archive either, and the order is there as it was', async () => {
  const order = await place()
  await leaveTraces(order)
  await close(order)
  const later = new Date(Date.UTC(NOW.getUTCFullYear() + 2, 0, 1))
  await archiveOrders(SHOP, later)
  expect((await whereTraced()).map((row) => row.split(':')[0])).toContain('archive.orders')
  expect((await readPerson(asked)).tables['archive.orders']).toMatchObject([{ number: order }])
  expect(await erasePerson(asked)).toMatchObject({ outcome: 'erased', orders: 1 })
  expect(await whereTraced()).toEqual([])
  expect(await erasePerson(asked)).toEqual({ outcome: 'erased', id: null, orders: 0, rows: {} })
  expect(await findOrderPage(order, later)).toMatchObject({
    orderNumber: order,
    customer: { name: TOMBSTONE },
  })
})

test('forgets by itself what has long been in the archive', async () => {
  await close(await place())
  const year = NOW.getUTCFullYear()
  await archiveOrders(SHOP, new Date(Date.UTC(year + 1, 6, 1)))
  await setRetention({ site: SHOP, personYears: 2, recordYears: 8 }, 'Mara', NOW)
  expect(await eraseOldPersons(new Date(Date.UTC(year + 2, 11, 31, 23)))).toEqual({ orders: 0 })
  expect(await eraseOldPersons(new Date(Date.UTC(year + 3, 0, 1)))).toEqual({ orders: 1 })
  expect(await whereTraced()).toEqual([])
})

test('runs twice, changes once', async () => {
  const order = await place()
  await close(order)
  await erasePerson(asked)
  const all = async () =>
    (
      await pool.query(
        'SELECT (SELECT json_agg(o) FROM orders o) AS o, (SELECT json_agg(e) FROM erasure e) AS e',
      )
    ).rows
  const before = await all()
  expect(await erasePerson(asked)).toEqual({ outcome: 'erased', id: null, orders: 0, rows: {} })
  expect(await all()).toEqual(before)
})

test('erases nothing while an order is not over, and says why', async () => {
  const order = await place()
  await close(await place())
  expect(await erasePerson(asked)).toMatchObject({
    outcome: 'open',
    orders: [{ orderNumber: order, openBecause: 'it is not over: placed' }],
  })
  expect((await whereTraced()).length).toBeGreaterThan(0)
  expect((await previewErasure(asked)).orders.map(({ openBecause }) => openBecause)).toEqual([
    'it is not over: placed',
    null,
  ])
})

test('leaves everybody else alone, whatever they are called', async () => {
  const namesake = await place({ ...ZOE, customer: { name: ZOE.customer.name, email: 'other@example.com' } })
  await close(await place())
  await erasePerson(asked)
  expect((await db.order.findUnique({ where: { number: namesake } }))?.customerName).toBe(ZOE.customer.name)
})

test('shows before what will be erased, what is kept, until when and why, and hands out all of it', async () => {
  const order = await place()
  await leaveTraces(order)
  await close(order)
  await setRetention({ site: SHOP, personYears: 1, recordYears: 10 }, 'Mara', NOW)
  const preview = await previewErasure(asked)
  expect(preview.orders).toMatchObject([{ orderNumber: order, openBecause: null, keptUntil: '2036-12-31' }])
  expect(preview.rows).toMatchObject({ orders: 1, dead_letter: 1, made_tomorrow: 1 })
  expect(preview.kept[0]).toMatchObject({ until: '2036-12-31', because: expect.stringContaining('§ 147 AO') })
  const data = await readPerson(asked)
  expect(data.tables).toMatchObject({
    orders: [{ number: order, customer_name: ZOE.customer.name }],
    order_line: [{ sku: 'MILK', quantity: 2 }],
    received_mail: [{ text: `Hello ${ZOE.customer.name}` }],
  })
  expect(JSON.stringify(data)).not.toContain('Sue')
})

test('forgets by itself what a site has kept long enough, and no day earlier', async () => {
  await close(await place())
  await setRetention({ site: SHOP, personYears: 2, recordYears: 8 }, 'Mara', NOW)
  const year = NOW.getUTCFullYear()
  expect(await eraseOldPersons(new Date(Date.UTC(year + 2, 11, 31, 23)))).toEqual({ orders: 0 })
  expect(await eraseOldPersons(new Date(Date.UTC(year + 3, 0, 1)))).toEqual({ orders: 1 })
  expect(await whereTraced()).toEqual([])
  expect(await eraseOldPersons(new Date(Date.UTC(year + 3, 0, 1)))).toEqual({ orders: 0 })
})
