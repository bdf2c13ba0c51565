import type { Product } from '@/lib/catalog/schema'
import type { HallBin, Stowed } from './stow-products'

type Stocked = Pick<Product, 'sku' | 'category' | 'temperatureZone' | 'volumeMl' | 'weightGrams'>

/** No line takes more of the room that is left than this, so that the next one finds some. */
const LARGEST_PART = 0.5
/** Looks for another product of another category before it leaves the bin as it is. */
const LOOKS = 8
const SHORTEST_SHELF_DAYS = 5
const SHELF_DAYS = 25

/**
 * Random stock for empty bins: in each up to `linesABin` products of its climate, no two of one category, within its volume
 * and weight.
 * @param random in [0, 1)
 */
export function fillBins(
  products: Stocked[],
  bins: HallBin[],
  linesABin: number,
  random: () => number,
): Stowed[] {
  const ofClimate = {
    ambient: products.filter(({ temperatureZone }) => temperatureZone === 'ambient'),
    chilled: products.filter(({ temperatureZone }) => temperatureZone === 'chilled'),
    frozen: products.filter(({ temperatureZone }) => temperatureZone === 'frozen'),
  }
  return bins.flatMap((bin) => {
    const fitting = ofClimate[bin.temperatureZone]
    const categories = new Set<string>()
    let [freeVolumeMl, freeWeightGrams] = [bin.volumeMl, bin.maxWeightGrams]
    const lines: Stowed[] = []
    for (let look = 0; look < linesABin + LOOKS && lines.length < linesABin; look++) {
      const product = fitting[Math.floor(random() * fitting.length)]
      if (!product || categories.has(product.category)) continue
      const most = Math.min(freeVolumeMl / product.volumeMl, freeWeightGrams / product.weightGrams)
      const onHand = Math.floor(most * LARGEST_PART * (1 - random() / 2))
      if (onHand < 1) continue
      categories.add(product.category)
      freeVolumeMl -= onHand * product.volumeMl
      freeWeightGrams -= onHand * product.weightGrams
      const shelfDays =
        bin.temperatureZone === 'chilled' ? SHORTEST_SHELF_DAYS + Math.floor(random() * SHELF_DAYS) : null
      lines.push({ sku: product.sku, binId: bin.id, bin: bin.code, onHand, shelfDays })
    }
    return lines
  })
}
