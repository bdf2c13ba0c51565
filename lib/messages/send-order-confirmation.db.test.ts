import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openMailbox } from './open-mailbox'
import { listReceivedMail } from './queries'
import type { LetterOrder } from './schema'
import { sendOrderConfirmation } from './send-order-confirmation'

let mailbox: Awaited<ReturnType<typeof openMailbox>>
beforeAll(async () => {
  mailbox = await openMailbox({ port: 0 })
  process.env.SMTP_URL = mailbox.url
})
afterAll(() => mailbox.close())
beforeEach(() => emptyDatabase())

const order = (orderNumber = '100001-ABCD'): LetterOrder => ({
  orderNumber,
  locale: 'en-GB',
  currency: 'EUR',
  totalMinor: 250,
  customer: { name: 'Zoë Müller', email: 'zoe@example.com' },
  shipTo: { line1: 'Straße 1', city: 'Köln', postalCode: '50667', country: 'DE' },
  lines: [{ sku: 'MILK', name: 'Milk', quantity: 1, unitPriceMinor: 250 }],
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
  // Several rounds: only once the pool has all its connections do the workers truly meet.
  const numbers = Array.from({ length: 10 }, (_, round) => `10000${round}-ABCD`)
  for (const number of numbers)
    await Promise.all(Array.from({ length: 10 }, () => sendOrderConfirmation(order(number))))
  expect((await listReceivedMail()).map((mail) => mail.orderNumber)).toEqual(numbers.reverse())
})

it('shows the mailbox newest first', async () => {
  for (const number of ['100001-AAAA', '100002-BBBB']) await sendOrderConfirmation(order(number))
  expect((await listReceivedMail()).map((mail) => mail.orderNumber)).toEqual(['100002-BBBB', '100001-AAAA'])
})

it('is not taken when it is larger than the mailbox allows', async () => {
  const lines = [{ sku: 'X', name: 'x'.repeat(1_100_000), quantity: 1, unitPriceMinor: 250 }]
  expect(await sendOrderConfirmation({ ...order(), lines })).toEqual({
    outcome: 'refused',
    reason: expect.stringMatching(/mail server .*: .*552/),
  })
  expect(await listReceivedMail()).toHaveLength(0)
})

it('keeps the words of a server that knows no such address, and reaches another one', async () => {
  const nobody = { ...order(), customer: { name: 'Zoë', email: 'zoe@bounces.example' } }
  expect(await sendOrderConfirmation(nobody)).toMatchObject({ outcome: 'refused' })
  expect(await db.mail.findFirst()).toMatchObject({
    state: 'refused',
    attempts: 1,
    lastError: expect.stringContaining('550 5.1.1 There is no mailbox zoe@bounces.example'),
  })
  expect(await sendOrderConfirmation(order())).toEqual({ outcome: 'sent' })
  expect(await db.mail.findFirst()).toMatchObject({ state: 'sent', attempts: 2, lastError: null })
})

it('says which server refuses, and gets through once it is back', async () => {
  await mailbox.setFault('down')
  await expect(sendOrderConfirmation(order())).rejects.toThrow(/mail server 127\.0\.0\.1:\d+: .*ECONNREFUSED/)
  await mailbox.setFault('ok')
  expect(await sendOrderConfirmation(order())).toEqual({ outcome: 'sent' })
})

it('gets through a mailbox that is slow', { timeout: 15_000 }, async () => {
  await mailbox.setFault('slow')
  const sending = sendOrderConfirmation(order())
  await expect.poll(() => db.mail.count({ where: { state: 'sending' } })).toBe(1)
  expect(await sending).toEqual({ outcome: 'sent' })
  await mailbox.setFault('ok')
  expect(await listReceivedMail()).toHaveLength(1)
})
