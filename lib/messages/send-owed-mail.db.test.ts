import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openSite, oweStep } from '@/lib/testing/owe-steps'
import { openMailbox } from './open-mailbox'
import { type OwingMail, oweMail } from './owe-mail'
import { listReceivedMail } from './queries'
import { sendOwedMail } from './send-owed-mail'

let mailbox: Awaited<ReturnType<typeof openMailbox>>
beforeAll(async () => {
  mailbox = await openMailbox({ port: 0 })
  process.env.SMTP_URL = mailbox.url
})
afterAll(() => mailbox.close())
beforeEach(() => emptyDatabase())

const NOW = new Date('2026-11-21T12:00:00Z')
const order = {
  ...{
    orderNumber: '100001-ABCD',
    siteId: 'S1',
    version: 3,
    locale: 'de-DE',
    currency: 'EUR',
    totalMinor: 250,
  },
  customer: { name: 'Zoë Müller', email: 'zoe@example.com' },
  shipTo: { line1: 'Straße 1', city: 'Köln', postalCode: '50667', country: 'DE' },
  lines: [{ sku: 'MILK', name: 'Milk', quantity: 1, unitPriceMinor: 250 }],
}
const owing = (more: Partial<OwingMail> = {}): OwingMail => ({
  ...{ orderNumber: order.orderNumber, site: 'S1', kind: 'order-shipped', occasion: '0952' },
  ...{ facts: { items: [{ sku: 'MILK', quantity: 1 }], parcel: '0952', carrier: 'DHL', isComplete: true } },
  ...{ toAddress: order.customer.email, ...more },
})

it('owes one mail of a kind for an occasion, and says so once', async () => {
  const first = await oweMail(owing(), NOW)
  expect(first.outcome).toBe('owed')
  expect(await oweMail(owing(), NOW)).toEqual({ outcome: 'owed-before', id: first.id })
  expect((await oweMail(owing({ occasion: '0953' }), NOW)).outcome).toBe('owed')
  expect(await db.outboxEvent.count({ where: { name: 'messages/mail.owed' } })).toBe(2)
})

it('goes on with the trace of its order', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  await openSite('S1')
  await oweStep(order.orderNumber, { siteId: 'S1' })
  await db.order.update({ where: { number: order.orderNumber }, data: { traceparent } })
  await oweMail(owing(), NOW)
  expect(await db.outboxEvent.findFirst({ where: { name: 'messages/mail.owed' } })).toMatchObject({
    traceparent,
  })
})

it('reaches the customer once, in their language, though it runs twice', async () => {
  const { id } = await oweMail(owing(), NOW)
  expect(await sendOwedMail(id, order)).toEqual({ outcome: 'sent' })
  expect(await sendOwedMail(id, order)).toEqual({ outcome: 'settled-before' })
  const mails = await listReceivedMail()
  expect(mails.map(({ subject }) => subject)).toEqual(['Bestellung 100001-ABCD ist unterwegs'])
  expect(mails[0]?.text).toContain('/status/100001-ABCD.')
})

it('is not tried again once the address is refused', async () => {
  const { id } = await oweMail(owing({ toAddress: 'nobody@bounces.example' }), NOW)
  expect(await sendOwedMail(id, order)).toMatchObject({ outcome: 'refused' })
  expect(await sendOwedMail(id, order)).toEqual({ outcome: 'settled-before' })
  expect(await db.mail.findUnique({ where: { id } })).toMatchObject({ state: 'refused', attempts: 1 })
})

it('keeps why it is late while the server is away', async () => {
  const { id } = await oweMail(owing(), NOW)
  await mailbox.setFault('down')
  await expect(sendOwedMail(id, order)).rejects.toThrow(/ECONNREFUSED/)
  await mailbox.setFault('ok')
  expect(await db.mail.findUnique({ where: { id } })).toMatchObject({
    state: 'sending',
    lastError: expect.stringContaining('ECONNREFUSED'),
  })
  expect(await sendOwedMail(id, order)).toEqual({ outcome: 'sent' })
})
