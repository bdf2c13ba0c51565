import { expect, it } from 'vitest'
import { type LetterOrder, type MailFacts, type MailKind, mailKindSchema } from '../schema'
import { orderLetter } from './order-letter'

const order: LetterOrder = {
  orderNumber: '100001-ABCD',
  locale: 'en-US',
  currency: 'USD',
  totalMinor: 1250,
  customer: { name: 'Ada <Byron>', email: 'ada@example.com' },
  shipTo: { line1: '1 Main Street', city: 'Dayton', postalCode: '45402', country: 'US' },
  lines: [{ sku: 'MILK', name: 'Milk & honey', quantity: 5, unitPriceMinor: 250 }],
}
const LINK = 'https://shop.example/status/100001-ABCD.signed'
const letter = (kind: MailKind, more: Partial<LetterOrder> = {}, facts: Partial<MailFacts> = {}) =>
  orderLetter(kind, { ...order, ...more }, { items: [], ...facts }, LINK)

it('confirms with number, lines, total and address in plain words', () => {
  const { subject, text } = letter('order-confirmation')
  expect(subject).toBe('Order 100001-ABCD is placed')
  expect(text).toContain('5 x Milk & honey: $12.50')
  expect(text).toContain('45402 Dayton')
})

it('lets no customer write HTML', () => {
  const { html } = letter('order-confirmation')
  expect(html).toContain('Ada &lt;Byron&gt;')
  expect(html).not.toContain('<Byron>')
})

it('knows currencies without minor units', () => {
  const { text } = letter('order-confirmation', { locale: 'ja-JP', currency: 'JPY' })
  expect(text).toMatch(/Total: .1,250/)
})

it.each(
  ['en-GB', 'de-AT', 'es', 'pt-BR'].flatMap((locale) =>
    mailKindSchema.options.map((kind) => [kind, locale] as const),
  ),
)('names the order and its page in a mail of %s in %s', (kind, locale) => {
  const { subject, text, html } = letter(kind, { locale })
  expect(subject).toContain('100001-ABCD')
  expect(subject).not.toContain('{')
  expect(text).toContain(LINK)
  expect(html).toContain(`<a href="${LINK}">`)
})

it('tells what is in the parcel, who carries it, and that the rest follows', () => {
  const facts = { items: [{ sku: 'MILK', quantity: 2 }], parcel: '0952', carrier: 'DHL', isComplete: false }
  const { text } = letter('order-shipped', { locale: 'de-DE' }, facts)
  expect(text).toContain('In diesem Paket:\n  2 x Milk & honey\n  Paket 0952: DHL')
  expect(text).toContain('Der Rest folgt')
  expect(letter('order-shipped', {}, { ...facts, isComplete: true }).text).not.toContain('The rest follows')
})

it('tells what is missing and what comes back', () => {
  expect(letter('order-short', {}, { items: [{ sku: 'MILK', quantity: 1 }] }).text).toContain(
    'Missing:\n  1 x Milk & honey',
  )
  expect(letter('order-refunded', { locale: 'es-ES', currency: 'EUR' }, { amountMinor: 250 }).text).toMatch(
    /Importe: 2,50\s€/,
  )
})
