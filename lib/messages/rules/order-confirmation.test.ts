import { expect, it } from 'vitest'
import type { ConfirmedOrder } from '../schema'
import { orderConfirmation } from './order-confirmation'

const order: ConfirmedOrder = {
  orderNumber: '100001-ABCD',
  locale: 'en-US',
  currency: 'USD',
  totalMinor: 1250,
  customer: { name: 'Ada <Byron>', email: 'ada@example.com' },
  shipTo: { line1: '1 Main Street', city: 'Dayton', postalCode: '45402', country: 'US' },
  lines: [{ name: 'Milk & honey', quantity: 5, unitPriceMinor: 250 }],
}

it('tells number, lines, total and address in plain words', () => {
  const { subject, text } = orderConfirmation(order)
  expect(subject).toBe('Order 100001-ABCD is placed')
  expect(text).toContain('5 x Milk & honey: $12.50')
  expect(text).toContain('45402 Dayton')
})

it('lets no customer write HTML', () => {
  const { html } = orderConfirmation(order)
  expect(html).toContain('Ada &lt;Byron&gt;')
  expect(html).not.toContain('<Byron>')
})

it('knows currencies without minor units', () => {
  const { text } = orderConfirmation({ ...order, locale: 'ja-JP', currency: 'JPY' })
  expect(text).toMatch(/Total: .1,250/)
})
