import type { ConfirmedOrder } from '../schema'

/** The words of a confirmation e-mail: subject, plain text and HTML. */
export function orderConfirmation(order: ConfirmedOrder): { subject: string; text: string; html: string } {
  const money = new Intl.NumberFormat(order.locale, { style: 'currency', currency: order.currency })
  const digits = money.resolvedOptions().maximumFractionDigits ?? 2
  const price = (minor: number): string => money.format(minor / 10 ** digits)
  const subject = `Order ${order.orderNumber} is placed`
  const opening = 'Thank you. Your order is placed, your card is charged and your items are held for you.'
  const rows = order.lines.map(({ name, quantity, unitPriceMinor }) => ({
    what: `${quantity} x ${name}`,
    price: price(quantity * unitPriceMinor),
  }))
  const total = price(order.totalMinor)
  const address = addressLines(order)
  const text = [
    `Hello ${order.customer.name},`,
    '',
    opening,
    '',
    `Order ${order.orderNumber}`,
    ...rows.map((row) => `  ${row.what}: ${row.price}`),
    `  Total: ${total}`,
    '',
    'It goes to:',
    ...address.map((line) => `  ${line}`),
    '',
  ].join('\n')
  const html = [
    '<!doctype html><meta charset="utf-8"><body style="font-family:system-ui,sans-serif;line-height:1.5">',
    `<p>Hello ${escaped(order.customer.name)},</p><p>${opening}</p><h1 style="font-size:18px">Order ${escaped(order.orderNumber)}</h1>`,
    '<table cellpadding="4">',
    ...rows.map(
      (row) => `<tr><td>${escaped(row.what)}</td><td align="right">${escaped(row.price)}</td></tr>`,
    ),
    `<tr><td><b>Total</b></td><td align="right"><b>${escaped(total)}</b></td></tr></table>`,
    `<p>It goes to:<br>${address.map(escaped).join('<br>')}</p></body>`,
  ].join('\n')
  return { subject, text, html }
}

function addressLines({ customer, shipTo }: ConfirmedOrder): string[] {
  const lines = [
    customer.name,
    shipTo.line1,
    shipTo.line2 ?? '',
    `${shipTo.postalCode} ${shipTo.city}`,
    shipTo.country,
  ]
  return lines.filter((line) => line !== '')
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
