import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

/** An item's units day by day, and what one of them brought on average. */
export type RetailSeries = { sku: string; units: Float64Array; meanPrice: number; revenue: number }

export const RETAIL_DAYS = 374
const FIRST_DAY_MS = Date.parse('2010-12-01')
const DAY_MS = 86_400_000

/**
 * What a shop sold (UCI Online Retail, Chen et al. 2012), by item and calendar day 2010-12-01 to 2011-12-09: lines of products
 * (five digits first) that were bought, not taken back, at a price; the items that brought most come first.
 * @param folder holds `online-retail/online-retail-all-days.csv.gz`
 */
export function readRetailDays(folder: string): RetailSeries[] {
  const text = gunzipSync(readFileSync(join(folder, 'online-retail/online-retail-all-days.csv.gz')))
  const lines = parse(text, { columns: true, relax_quotes: true }) as Record<string, string>[]
  const series = new Map<string, RetailSeries>()
  for (const { InvoiceNo, StockCode = '', Quantity, UnitPrice, InvoiceDate = '' } of lines) {
    const units = Number(Quantity)
    const price = Number(UnitPrice)
    if (InvoiceNo?.startsWith('C') || units <= 0 || price <= 0 || !/^\d{5}/.test(StockCode)) continue
    const day = Math.round((Date.parse(InvoiceDate.slice(0, 10)) - FIRST_DAY_MS) / DAY_MS)
    const one = series.get(StockCode) ?? {
      ...{ sku: StockCode, units: new Float64Array(RETAIL_DAYS), meanPrice: 0, revenue: 0 },
    }
    one.units[day] = (one.units[day] ?? 0) + units
    one.revenue += units * price
    series.set(StockCode, one)
  }
  const all = [...series.values()].sort((a, b) => b.revenue - a.revenue)
  return all.map((one) => ({ ...one, meanPrice: one.revenue / sum(one.units) }))
}

/** The items an earlier measurement took: of the 200 that brought most, those sold before the last four weeks of the past. */
export function topItems(all: RetailSeries[], pastDays: number): RetailSeries[] {
  return all
    .slice(0, 200)
    .filter(
      ({ units }) =>
        pastDays - units.findIndex((value) => value > 0) > 28 &&
        units.some((v, day) => v > 0 && day < pastDays),
    )
}

export const sum = (values: ArrayLike<number>): number => {
  let total = 0
  for (let at = 0; at < values.length; at++) total += values[at] ?? 0
  return total
}
