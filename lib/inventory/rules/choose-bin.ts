/** What lies in a bin already, as far as another item minds. */
export type BinFill = {
  freeVolumeMl: number
  freeWeightGrams: number
  /** SKUs and families that lie here: a picker must not mistake one for the other. */
  skus: Set<string>
  families: Set<string>
}

export type Load = { sku: string; family: string; volumeMl: number; weightGrams: number }

/** Looks into this many bins before it says that there is no room: random stow finds one at once in any sane hall. */
const LOOKS = 60

/**
 * Random stow: any bin with room by volume and weight takes any load, apart from its look-alikes.
 * @param random in [0, 1)
 * @returns the bin's index, or undefined when none of the bins looked into has room
 */
export function chooseBin(bins: readonly BinFill[], load: Load, random: () => number): number | undefined {
  for (let look = 0; look < LOOKS; look++) {
    const index = Math.floor(random() * bins.length)
    const bin = bins[index]
    if (bin && fits(bin, load)) return index
  }
  return undefined
}

function fits(bin: BinFill, load: Load): boolean {
  const room = bin.freeVolumeMl >= load.volumeMl && bin.freeWeightGrams >= load.weightGrams
  return room && !bin.skus.has(load.sku) && !bin.families.has(load.family)
}

/** The bin with the load in it. */
export function filled(bin: BinFill, load: Load): BinFill {
  return {
    freeVolumeMl: bin.freeVolumeMl - load.volumeMl,
    freeWeightGrams: bin.freeWeightGrams - load.weightGrams,
    skus: new Set([...bin.skus, load.sku]),
    families: new Set([...bin.families, load.family]),
  }
}
