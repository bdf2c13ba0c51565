import type { LetterOrder, MailFacts, MailKind } from '../schema'
import { type Phrases, phrasesOf } from './phrases'

type Words = { subject: string; text: string; html: string }
type Part = { title: string | null; rows: { what: string; price: string | null }[]; last: string | null }

/**
 * The words of a mail about an order, in the customer's language: subject, plain text and HTML.
 * @param statusLink the customer's own page, signed
 */
export function orderLetter(kind: MailKind, order: LetterOrder, facts: MailFacts, statusLink: string): Words {
  const phrases = phrasesOf(order.locale)
  const { subject, opening } = phrases.letters[kind]
  const told = partOf(kind, order, facts, phrases)
  const address = kind === 'order-confirmation' || kind === 'order-shipped' ? addressLines(order) : []
  const hello = `${phrases.hello} ${order.customer.name},`
  const heading = `${phrases.order} ${order.orderNumber}`
  const text = [
    ...[hello, '', opening, '', heading],
    ...(told.title === null ? [] : [told.title]),
    ...told.rows.map(({ what, price }) => `  ${what}${price === null ? '' : `: ${price}`}`),
    ...(told.last === null ? [] : ['', told.last]),
    ...(address.length === 0 ? [] : ['', phrases.goesTo, ...address.map((line) => `  ${line}`)]),
    ...['', phrases.status, statusLink, ''],
  ].join('\n')
  const html = [
    '<!doctype html><meta charset="utf-8"><body style="font-family:system-ui,sans-serif;line-height:1.5">',
    `<p>${escaped(hello)}</p><p>${opening}</p><h1 style="font-size:18px">${escaped(heading)}</h1>`,
    told.title === null ? '' : `<p>${told.title}</p>`,
    told.rows.length === 0 ? '' : `<table cellpadding="4">${told.rows.map(rowOf).join('')}</table>`,
    told.last === null ? '' : `<p>${told.last}</p>`,
    address.length === 0 ? '' : `<p>${phrases.goesTo}<br>${address.map(escaped).join('<br>')}</p>`,
    `<p>${phrases.status}<br><a href="${escaped(statusLink)}">${escaped(statusLink)}</a></p></body>`,
  ]
    .filter((line) => line !== '')
    .join('\n')
  return { subject: subject.replace('{order}', order.orderNumber), text, html }
}

function partOf(kind: MailKind, order: LetterOrder, facts: MailFacts, phrases: Phrases): Part {
  const price = priceIn(order)
  const title = phrases.letters[kind].items ?? null
  if (kind === 'order-confirmation') {
    const rows = order.lines.map(({ name, quantity, unitPriceMinor }) => ({
      what: `${quantity} x ${name}`,
      price: price(quantity * unitPriceMinor),
    }))
    return { title, rows: [...rows, { what: phrases.total, price: price(order.totalMinor) }], last: null }
  }
  if (kind === 'order-refunded')
    return { title, rows: [{ what: phrases.amount, price: price(facts.amountMinor ?? 0) }], last: null }
  const nameOf = (sku: string) => order.lines.find((line) => line.sku === sku)?.name ?? sku
  const items = facts.items.map(({ sku, quantity }) => ({
    what: `${quantity} x ${nameOf(sku)}`,
    price: null,
  }))
  const parcel = facts.parcel
    ? [{ what: `${phrases.parcel} ${facts.parcel}`, price: facts.carrier ?? null }]
    : []
  return { title, rows: [...items, ...parcel], last: facts.isComplete === false ? phrases.rest : null }
}

function priceIn({ locale, currency }: LetterOrder): (minor: number) => string {
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const digits = money.resolvedOptions().maximumFractionDigits ?? 2
  return (minor) => money.format(minor / 10 ** digits)
}

const rowOf = ({ what, price }: Part['rows'][number]): string =>
  `<tr><td>${escaped(what)}</td><td align="right">${escaped(price ?? '')}</td></tr>`

function addressLines({ customer, shipTo }: LetterOrder): string[] {
  const place = `${shipTo.postalCode} ${shipTo.city}`
  const lines = [customer.name, shipTo.line1, shipTo.line2 ?? '', place, shipTo.country]
  return lines.filter((line) => line !== '')
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** Text that is shown as it is within HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
