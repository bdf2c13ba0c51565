import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { readSignedId } from '@/lib/platform/signed-id'
import { emptyDatabase } from '@/lib/testing/database'
import { findOrderPage, findOrders, findStatusPage, listDelayedOrders } from './queries'
import { removeNote } from './remove-note'
import { writeNote } from './write-note'

const NUMBER = '100001-ABCD'
const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 12, minute))
const about = { orderNumber: NUMBER, site: 'S1', version: 1 }

beforeEach(async () => {
  await emptyDatabase()
  const site = { id: 'S1', name: 'Shop', timeZone: 'Europe/Berlin', currency: 'EUR', locale: 'en-GB' }
  await db.site.create({ data: site })
  await db.order.create({
    data: {
      ...{ number: NUMBER, siteId: 'S1', status: 'picking', customerName: 'Ada Byron', language: 'de' },
      ...{ customerEmail: 'ada@example.com', currency: 'EUR', totalMinor: 500, unitCount: 2, lineCount: 1 },
      shipTo: { line1: '1 Main Street', city: 'Dayton', postalCode: '45402', country: 'US' },
      ...{ paymentMethod: 'card', createdAt: at(0), placedAt: at(1) },
      lines: { create: { lineNumber: 1, sku: 'MILK', name: 'Milk', quantity: 2, unitPriceMinor: 250 } },
      steps: {
        create: {
          ...{ kind: 'confirmation-email', siteId: 'S1', state: 'retrying', attempts: 3, dueAt: at(2) },
          lastError: 'connect ECONNREFUSED',
        },
      },
    },
  })
  const payment = { orderNumber: NUMBER, provider: 'sandbox', reference: 'auth_1', amountMinor: 500 }
  await db.payment.create({ data: { ...payment, state: 'authorised', currency: 'EUR', createdAt: at(1) } })
})

async function pageAt(minute: number) {
  const page = await findOrderPage(NUMBER, at(minute))
  if (!page) throw new Error('no page')
  return page
}

it('says in one place that it is placed, paid and picked, and that the mail is late and why', async () => {
  await db.alert.create({
    data: {
      ...{ siteId: 'S1', queue: 'confirmation-email', topic: 'flow', severity: 'critical', cause: 'down' },
      ...{ message: 'confirmation-email: silent for 40 s', ordersAffected: 1, openedAt: at(3) },
    },
  })
  const page = await pageAt(5)
  expect(page.answer).toBe(
    'Yes: the order is placed and paid for, and it is being picked; the confirmation e-mail is late and will follow.',
  )
  expect(page.told.map(({ text, why }) => [text, why])).toEqual([
    ['In the shop: the order is placed', null],
    ['Confirmation e-mail: not sent yet', 'connect ECONNREFUSED'],
  ])
  expect(page.owed[0]).toEqual({
    what: 'Confirmation e-mail',
    dueAt: at(2).toISOString(),
    why: 'connect ECONNREFUSED',
  })
  expect(page.timeline.map(({ text }) => text)).toContain('Alert: confirmation-email: silent for 40 s')
  expect(page.can).toMatchObject({ cancel: true, shipShort: false, refundMinor: 0 })
})

it('tells who did what and why, as the audit log has it', async () => {
  await db.user.create({ data: { id: 'u1', name: 'Sam', email: 'sam@example.com', updatedAt: at(0) } })
  const entry = { actor: 'person:u1', outcome: 'allowed', siteId: 'S1', at: at(4) }
  await db.auditEntry.createMany({
    data: [
      { ...entry, action: 'cancelOrder', subject: `${NUMBER}: ordered twice` },
      { ...entry, action: 'cancelOrder', subject: '100002-WXYZ: another order' },
    ],
  })
  const people = (await pageAt(5)).timeline.filter(({ kind }) => kind === 'person')
  expect(people.map(({ text }) => text)).toEqual(['Sam cancelled the order (ordered twice)'])
})

it('shows a note until it is taken back, and that it was', async () => {
  const note = await writeNote(about, 'Rang twice', 'Sam')
  expect((await pageAt(5)).notes).toEqual([note])
  expect(await removeNote(about, note.id, 'Max', at(6))).toEqual({ outcome: 'removed' })
  expect(await removeNote(about, note.id, 'Max', at(7))).toEqual({ outcome: 'removed-before' })
  const page = await pageAt(8)
  expect(page.notes).toEqual([])
  expect(page.timeline.map(({ text }) => text)).toContain('Max took back a note')
})

it('finds an order by the reference of its payment', async () => {
  const { items } = await findOrders({ siteIds: ['S1'], query: ' auth_1 ', limit: 50 })
  expect(items.map(({ orderNumber }) => orderNumber)).toEqual([NUMBER])
  expect((await findOrders({ siteIds: ['S2'], query: 'auth_1', limit: 50 })).items).toEqual([])
})

it('shows the customer how it stands, and no more of them than a greeting needs', async () => {
  const { statusPath } = await pageAt(5)
  expect(readSignedId('status-page', statusPath.slice('/status/'.length))).toBe(NUMBER)
  const page = await findStatusPage(NUMBER)
  expect(page).toMatchObject({ firstName: 'Ada', city: 'Dayton', status: 'picking', locale: 'de' })
  expect(JSON.stringify(page)).not.toMatch(/Byron|example\.com|Main Street|45402/)
})

it('knows the orders that should be picked by now, until their customers are told', async () => {
  const list = { siteId: 'S1', orderNumber: NUMBER, customerName: 'Ada Byron', dueAt: at(10) }
  await db.pickList.create({ data: list })
  expect(await listDelayedOrders(at(9), 10)).toEqual([])
  expect(await listDelayedOrders(at(11), 10)).toEqual([
    { orderNumber: NUMBER, site: 'S1', toAddress: 'ada@example.com' },
  ])
  const mail = { id: '<one>', orderNumber: NUMBER, kind: 'order-delayed', toAddress: 'a@b.c', subject: 'x' }
  await db.mail.create({ data: { ...mail, state: 'sending' } })
  expect(await listDelayedOrders(at(11), 10)).toEqual([])
})
