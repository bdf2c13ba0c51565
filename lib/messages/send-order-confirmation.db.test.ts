import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openMailbox } from './open-mailbox'
import { listReceivedMail } from './queries'
import type { ConfirmedOrder } from './schema'
import { sendOrderConfirmation } from './send-order-confirmation'

let mailbox: Awaited<ReturnType<typeof openMailbox>>
beforeAll(async () => {
  mailbox = await openMailbox({ port: 0 })
  process.env.SMTP_URL = mailbox.url
})
afterAll(() => mailbox.close())
beforeEach(() => emptyDatabase())

const order = (orderNumber = '100001-ABCD'): ConfirmedOrder => ({
  orderNumber,
  locale: 'en-GB',
  currency: 'EUR',
  totalMinor: 250,
  customer: { name: 'Zoë Müller', email: 'zoe@example.com' },
  shipTo: { line1: 'Straße 1', city: 'Köln', postalCode: '50667', country: 'DE' },
  lines: [{ name: 'Milk', quantity: 1, unitPriceMinor: 250 }],
})

it('reaches the mailbox with its words and order number intact', async () => {
  expect(await sendOrderConfirmation(order())).toEqual({ outcome: 'sent' })
  const [mail] = await listReceivedMail()
  expect(mail).toMatchObject({
    to: 'zoe@example.com',
    orderNumber: '100001-ABCD',
    subject: 'Order 100001-ABCD is placed',
  })
  expect(mail?.text).toContain('Straße 1')
})

it('sends once when it runs twice', async () => {
  await sendOrderConfirmation(order())
  expect(await sendOrderConfirmation(order())).toEqual({ outcome: 'already-sent' })
  expect(await listReceivedMail()).toHaveLength(1)
})

it('arrives once when the sender died before it could note that it was sent', async () => {
  await sendOrderConfirmation(order())
  await db.mail.updateMany({ data: { state: 'sending', sentAt: null } })
  expect(await sendOrderConfirmation(order())).toEqual({ outcome: 'sent' })
  expect(await listReceivedMail()).toHaveLength(1)
})

it('arrives once when ten workers send it at the same moment', async () => {
  await Promise.all(Array.from({ length: 10 }, () => sendOrderConfirmation(order())))
  expect(await listReceivedMail()).toHaveLength(1)
})

it('says which server refuses, and gets through once it is back', async () => {
  await mailbox.setFault('down')
  await expect(sendOrderConfirmation(order())).rejects.toThrow(/mail server 127\.0\.0\.1:\d+: .*ECONNREFUSED/)
  await mailbox.setFault('ok')
  expect(await sendOrderConfirmation(order())).toEqual({ outcome: 'sent' })
})
