import { oneLineEachSku } from './one-line-each-sku'

type Priced = { lineNumber: number; sku: string; unitPriceMinor: number; shipped: number; returned: number }
type Asked = { sku: string; quantity: number }

export type PricedLines =
  | { outcome: 'priced'; amountMinor: number; lines: { lineNumber: number; sku: string; quantity: number }[] }
  | { outcome: 'refused'; says: string }

/** What shipped units cost that somebody names; more than carriers have, or than did not come back yet, is refused in words. */
export function priceLines(asked: readonly Asked[], ordered: readonly Priced[]): PricedLines {
  let amountMinor = 0
  const lines: { lineNumber: number; sku: string; quantity: number }[] = []
  for (const { sku, quantity } of oneLineEachSku(asked)) {
    const line = ordered.find((one) => one.sku === sku)
    const most = line ? line.shipped - line.returned : 0
    if (!line || quantity > most)
      return {
        outcome: 'refused',
        says: `${most} of ${sku} ${most === 1 ? 'is' : 'are'} with the customer, not ${quantity}.`,
      }
    amountMinor += quantity * line.unitPriceMinor
    lines.push({ lineNumber: line.lineNumber, sku, quantity })
  }
  return { outcome: 'priced', amountMinor, lines }
}
