import type { TemperatureZone } from '@/lib/catalog/schema'
import { type BinFacts, rankBins } from '@/lib/inventory/rules/choose-bin'
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
/** Few at a time: the opening day is no reason to look far. */
const BINS_A_LOOK = 8
const MOST_LOOKS = 20

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
  const fills = bins.map(emptyBin)
  return products.flatMap((product) => {
    const unitsIn = new Map<string, number>()
    return loadsOf(product, bins, random).map((units) => {
      const { bin, fill } = placeFor(product, units, fills, unitsIn, random)
      fill.freeVolumeMl -= units * product.volumeMl
      fill.freeWeightGrams -= units * product.weightGrams
      fill.families.add(product.category)
      unitsIn.set(fill.aisle, (unitsIn.get(fill.aisle) ?? 0) + units)
      return {
        sku: product.sku,
        binId: bin.id,
        bin: bin.code,
        onHand: units,
        shelfDays: shelfDays(product, random),
      }
    })
  })
}

const emptyBin = (bin: HallBin) => ({
  ...{ bin, isOpen: true, temperatureZone: bin.temperatureZone, volumeMl: bin.volumeMl },
  ...{ freeVolumeMl: bin.volumeMl, freeWeightGrams: bin.maxWeightGrams, families: new Set<string>() },
  ...{ aisle: bin.code.slice(0, bin.code.indexOf('-')), pickHeightMetres: 0, walkMetres: 0, aisleHeat: 0 },
})
type Fill = ReturnType<typeof emptyBin>

function placeFor(
  product: ProductRow,
  units: number,
  fills: readonly Fill[],
  unitsIn: ReadonlyMap<string, number>,
  random: () => number,
): { bin: HallBin; fill: Fill } {
  const { volumeMl: unitVolumeMl, weightGrams: unitWeightGrams, temperatureZone, category } = product
  const item = { units, unitVolumeMl, unitWeightGrams, temperatureZone, dailyUnits: product.linesSold }
  for (let look = 0; look < MOST_LOOKS; look++) {
    const seen = Array.from({ length: BINS_A_LOOK }, () => fills[Math.floor(random() * fills.length)])
    const facts = seen.flatMap((fill): (BinFacts & { fill: Fill })[] => {
      if (!fill) return []
      const aisleUnits = unitsIn.get(fill.aisle) ?? 0
      return [
        {
          ...fill,
          fill,
          aisleUnits,
          lookAlike: fill.families.has(category) ? category : null,
          otherLot: null,
        },
      ]
    })
    const [best] = rankBins(facts, item, random)
    if (best?.units === units) return { bin: best.bin.fill.bin, fill: best.bin.fill }
  }
  throw new Error(`no bin for ${units} x ${product.name}`)
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
