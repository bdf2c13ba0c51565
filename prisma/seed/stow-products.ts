import type { TemperatureZone } from '@/lib/catalog/schema'
import { type BinFill, chooseBin, filled } from '@/lib/inventory/rules/choose-bin'
import type { ProductRow } from './read-products'

export type HallBin = {
  id: number
  temperatureZone: TemperatureZone
  volumeMl: number
  maxWeightGrams: number
}
export type Stowed = { sku: string; binId: number; onHand: number; shelfDays: number | null }

const FEWEST_UNITS = 24
const UNITS_A_SALE = 4
const LINES_SOLD_A_BIN = 30
const MOST_BINS = 12

/**
 * The opening stock, stowed at random: an item sold twice as often lies in twice as many bins, so that many pickers
 * and buyers can reach for it at once.
 */
export function stowProducts(products: ProductRow[], bins: HallBin[], random: () => number): Stowed[] {
  return (['ambient', 'chilled', 'frozen'] as const).flatMap((zone) =>
    stowZone(
      products.filter((product) => product.temperatureZone === zone),
      bins.filter((bin) => bin.temperatureZone === zone),
      random,
    ),
  )
}

function stowZone(products: ProductRow[], bins: HallBin[], random: () => number): Stowed[] {
  const fills: BinFill[] = bins.map((bin) => ({
    freeVolumeMl: bin.volumeMl,
    freeWeightGrams: bin.maxWeightGrams,
    skus: new Set(),
    families: new Set(),
  }))
  const stowed: Stowed[] = []
  for (const product of products) {
    const places = Math.min(MOST_BINS, 2 + Math.floor(product.linesSold / LINES_SOLD_A_BIN))
    const units = Math.ceil((FEWEST_UNITS + product.linesSold * UNITS_A_SALE) / places)
    for (let place = 0; place < places; place++) {
      const load = {
        sku: product.sku,
        family: product.sku.slice(0, 3),
        volumeMl: units * product.volumeMl,
        weightGrams: units * product.weightGrams,
      }
      const index = chooseBin(fills, load, random)
      const [bin, fill] = index === undefined ? [] : [bins[index], fills[index]]
      if (index === undefined || !bin || !fill) continue
      fills[index] = filled(fill, load)
      stowed.push({ sku: product.sku, binId: bin.id, onHand: units, shelfDays: shelfDays(product, random) })
    }
  }
  return stowed
}

function shelfDays({ temperatureZone }: ProductRow, random: () => number): number | null {
  return temperatureZone === 'chilled' ? 5 + Math.floor(random() * 25) : null
}
