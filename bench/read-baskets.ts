import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

/** One basket: its different items in order of their names, and when it was bought. */
export type DatedBasket = { items: string[]; at: Date }

/** Baskets of thirty days without a date: to a half-life of months all are as old. */
const GROCERIES_AT = new Date('2026-11-21T00:00:00Z')

/** `groceries/groceries.csv` of the folder: one basket a line, its items by name. */
export function readGroceries(folder: string): DatedBasket[] {
  const text = readFileSync(join(folder, 'groceries/groceries.csv'), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => ({ items: [...new Set(line.trim().split(','))].sort(), at: GROCERIES_AT }))
}

/** `online-retail/online-retail-all-days.csv.gz`: invoices that were not cancelled, their goods (codes that begin with a digit). */
export function readOnlineRetail(folder: string): DatedBasket[] {
  const bytes = gunzipSync(readFileSync(join(folder, 'online-retail/online-retail-all-days.csv.gz')))
  const invoices = new Map<string, { items: Set<string>; at: Date }>()
  for (const [invoice = '', code = '', , quantity, date = ''] of parse(bytes, {
    from_line: 2,
  }) as string[][]) {
    if (invoice.startsWith('C') || !/^\d/.test(code) || Number(quantity) <= 0) continue
    const known = invoices.get(invoice)
    if (known) known.items.add(code)
    else invoices.set(invoice, { items: new Set([code]), at: new Date(`${date.replace(' ', 'T')}Z`) })
  }
  return [...invoices.values()].map(({ items, at }) => ({ items: [...items].sort(), at }))
}
