import type { TemperatureZone } from '@/lib/catalog/schema'
import { type BinFill, chooseBin, filled } from '@/lib/inventory/rules/choose-bin'
import type { ProductRow } from './read-products'

export type HallBin = {
  id: number
  code: string
  temperatureZone: TemperatureZone
  volumeMl: number
  maxWeightGrams: number
}
export type Stowed = { sku: string; binId: number; bin: string; onHand: number; shelfDays: number | null }

const FEWEST_UNITS = 24
const UNITS_A_SALE = 4
const LINES_SOLD_A_BIN = 12
const MOST_BINS_BY_CHANCE = 3
/** No load takes more of a bin than this, so that random stow still finds room for the last one. */
const LARGEST_PART_OF_A_BIN = 0.6

/**
 * The opening stock, stowed at random: an item sold twice as often lies in twice as many bins, so that many pickers
 * and buyers can reach for it at once.
 * @throws Error when the hall is too small
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
  return products.flatMap((product) =>
    loadsOf(product, bins, random).map((units) => {
      const load = {
        sku: product.sku,
        family: product.category,
        volumeMl: units * product.volumeMl,
        weightGrams: units * product.weightGrams,
      }
      const index = chooseBin(fills, load, random)
      const [bin, fill] = index === undefined ? [] : [bins[index], fills[index]]
      if (index === undefined || !bin || !fill) throw new Error(`no bin for ${units} x ${product.name}`)
      fills[index] = filled(fill, load)
      return {
        sku: product.sku,
        binId: bin.id,
        bin: bin.code,
        onHand: units,
        shelfDays: shelfDays(product, random),
      }
    }),
  )
}

/** The units of each bin that the product lies in. */
function loadsOf(product: ProductRow, bins: HallBin[], random: () => number): number[] {
  const units = FEWEST_UNITS + product.linesSold * UNITS_A_SALE
  const smallestBin = {
    volumeMl: Math.min(...bins.map((bin) => bin.volumeMl)),
    weightGrams: Math.min(...bins.map((bin) => bin.maxWeightGrams)),
  }
  const places = Math.max(
    1 + Math.floor(random() * MOST_BINS_BY_CHANCE),
    Math.round(product.linesSold / LINES_SOLD_A_BIN),
    Math.ceil((units * product.volumeMl) / (smallestBin.volumeMl * LARGEST_PART_OF_A_BIN)),
    Math.ceil((units * product.weightGrams) / (smallestBin.weightGrams * LARGEST_PART_OF_A_BIN)),
  )
  return Array.from({ length: places }, (_, place) => Math.floor((units + place) / places))
}

function shelfDays({ temperatureZone }: ProductRow, random: () => number): number | null {
  return temperatureZone === 'chilled' ? 5 + Math.floor(random() * 25) : null
}
