import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { placeOrder } from '@/lib/orders/place-order'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, orderOf, SHOP, stockShop } from '@/lib/testing/open-shop'
import { settleMoney } from '@/lib/testing/walk-orders'
import { erasePerson } from './erase-person'
import { readPerson } from './read-person'
import { MAIL_TOMBSTONE } from './rules/tombstone'

const NOW = new Date('2026-11-22T12:00:00Z')
const ZOE = { name: 'Zoë', email: 'zoe@example.com', phone: '+49 170 9988776' }
const asked = { email: ZOE.email, siteIds: [SHOP], askedBy: 'Mara', now: NOW }

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [50] })
  const elsewhere = { id: 'S2', name: 'Elsewhere', timeZone: 'UTC', currency: 'EUR', locale: 'en-GB' }
  await db.site.create({ data: elsewhere })
})

async function place(customer: object): Promise<string> {
  const request = { ...orderOf({ MILK: 2 }), customer: { ...ZOE, ...customer } }
  const placed = await placeOrder(request, { clientId: 'test', key: randomUUID(), traceparent: null })
  if (placed.outcome !== 'answered') throw new Error(placed.outcome)
  return (JSON.parse(placed.body) as { orderNumber: string }).orderNumber
}

async function close(order: string): Promise<void> {
  await cancelOrder(order, { by: 'Sue', reason: 'rang' }, NOW)
  await settleMoney()
  await db.orderStep.updateMany({ data: { state: 'done' } })
}

test('nothing is said or erased of who shares a telephone', async () => {
  const order = await place({})
  const partner = await place({ name: 'Yan', email: 'yan@example.com' })
  await close(order)
  expect(JSON.stringify(await readPerson(asked))).not.toContain(partner)
  expect(await erasePerson(asked)).toMatchObject({ outcome: 'erased', orders: 1 })
  const kept = { customerName: 'Yan', customerPhone: ZOE.phone }
  expect(await db.order.findUnique({ where: { number: partner } })).toMatchObject(kept)
})

test('nothing is said or erased of a site that the asker has not', async () => {
  const letter = { kind: 'event', queue: 'events', payload: {}, attempts: 1, createdAt: NOW, updatedAt: NOW }
  for (const siteId of [SHOP, 'S2'])
    await db.deadLetter.create({
      data: { ...letter, key: `of ${siteId}`, subject: siteId, siteId, error: `unread: ${ZOE.email}` },
    })
  const order = await place({})
  await close(order)
  const said = JSON.stringify(await readPerson(asked))
  expect([said.includes(order), said.includes(`of ${SHOP}`), said.includes('of S2')]).toEqual([
    true,
    true,
    false,
  ])
  expect(await erasePerson(asked)).toMatchObject({ outcome: 'erased', orders: 1 })
  const errors = await db.deadLetter.findMany({ where: { kind: 'event' }, orderBy: { key: 'asc' } })
  expect(errors.map(({ error }) => error)).toEqual([`unread: ${ZOE.email}`, `unread: ${MAIL_TOMBSTONE}`])
})

test('who has all sites is told of all of them', async () => {
  const letter = { kind: 'event', queue: 'events', payload: {}, attempts: 1, createdAt: NOW, updatedAt: NOW }
  await db.deadLetter.create({
    data: { ...letter, key: 'far', subject: 'x', siteId: 'S2', error: ZOE.email },
  })
  await place({})
  expect((await readPerson({ ...asked, siteIds: 'all' })).tables.dead_letter).toMatchObject([{ key: 'far' }])
})
