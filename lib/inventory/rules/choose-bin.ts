/** Units of one SKU and lot on their way into bins. */
export type StowItem = {
  units: number
  unitVolumeMl: number
  unitWeightGrams: number
  temperatureZone: string
  /** Units asked for in a usual day. */
  dailyUnits: number
}

/** A bin as far as the item minds; room is what nobody's stock and nobody's plan takes, below zero when it is overfull. */
export type BinFacts = {
  isOpen: boolean
  temperatureZone: string
  volumeMl: number
  freeVolumeMl: number
  freeWeightGrams: number
  /** A SKU of the item's category that lies or is expected here. */
  lookAlike: string | null
  /** Another lot or expiry of the same SKU that lies or is expected here. */
  otherLot: string | null
  aisle: string
  /** Units of this SKU that lie in the bin's aisle. */
  aisleUnits: number
  /** Share of the site's busiest aisle, 0 to 1, by what was taken lately. */
  aisleHeat: number
  pickHeightMetres: number
  /** From the place where tours end. */
  walkMetres: number
}

/** What decides whether a bin takes an item at all. */
export type BinConditions = Pick<
  BinFacts,
  'isOpen' | 'temperatureZone' | 'freeVolumeMl' | 'freeWeightGrams' | 'lookAlike' | 'otherLot'
>
type Load = Omit<StowItem, 'dailyUnits'>

export type BinChoice<Bin extends BinFacts> = { bin: Bin; units: number; because: string[] }

/** From this on an item is popular: several pickers a day want it at once. */
const POPULAR_DAILY_UNITS = 5
const HEAVY_GRAMS = 3_000
const LOW_METRES = 0.9
/** Between hip and shoulder nobody bends or stretches. */
const GOLDEN_METRES = { from: 0.7, to: 1.5 }
const FAR_METRES = 100
/** What a wish weighs; chance weighs as much as one of them, so that bins next to each other fill differently. */
const WEIGHT = { whole: 100, spread: 20, quiet: 10, low: 15, golden: 10, spare: 6, near: 4, chance: 10 }

/** How many units of the item the bin may take beside what is there: none where it must not lie. */
export function unitsThatFit(bin: BinConditions, item: Load): number {
  const isRight = bin.isOpen && bin.temperatureZone === item.temperatureZone
  if (!isRight || bin.lookAlike !== null || bin.otherLot !== null) return 0
  const byVolume = Math.floor(bin.freeVolumeMl / item.unitVolumeMl)
  const byWeight = Math.floor(bin.freeWeightGrams / item.unitWeightGrams)
  return Math.max(0, Math.min(item.units, byVolume, byWeight))
}

/**
 * Random stow: of these bins, drawn by chance, those that take units of the item, the best first, with the reasons. Any bin
 * with room takes any item of its climate, apart from its look-alikes and its other lots. What is wished beyond that: all
 * in one bin, popular items over many aisles and at hand, heavy ones low, quiet aisles, and not the fullest bins.
 * @param random in [0, 1)
 */
export function rankBins<Bin extends BinFacts>(
  bins: readonly Bin[],
  item: StowItem,
  random: () => number,
): BinChoice<Bin>[] {
  return bins
    .flatMap((bin) => {
      const units = unitsThatFit(bin, item)
      return units > 0 ? [{ bin, units, wish: wishFor(bin, item, units) + WEIGHT.chance * random() }] : []
    })
    .sort((one, other) => other.wish - one.wish)
    .map(({ bin, units }) => ({ bin, units, because: reasonsFor(bin, item, units) }))
}

const isPopular = ({ dailyUnits }: StowItem) => dailyUnits >= POPULAR_DAILY_UNITS
const isHeavy = ({ unitWeightGrams }: StowItem) => unitWeightGrams >= HEAVY_GRAMS
const isGolden = ({ pickHeightMetres }: BinFacts) =>
  pickHeightMetres >= GOLDEN_METRES.from && pickHeightMetres <= GOLDEN_METRES.to

function wishFor(bin: BinFacts, item: StowItem, units: number): number {
  const crowd = bin.aisleUnits / (bin.aisleUnits + item.units)
  const load = (units * item.unitVolumeMl) / bin.volumeMl
  const wishes = [
    WEIGHT.whole * (units / item.units),
    WEIGHT.spare * (bin.freeVolumeMl / bin.volumeMl - load),
    -WEIGHT.near * Math.min(1, bin.walkMetres / FAR_METRES) * (isPopular(item) ? 1 : 0),
    -WEIGHT.spread * crowd * (isPopular(item) ? 1 : 0.25),
    -WEIGHT.quiet * bin.aisleHeat * (isPopular(item) ? 1 : 0.25),
    isHeavy(item) ? -WEIGHT.low * Math.max(0, bin.pickHeightMetres - LOW_METRES) : 0,
    // Hand height is kept for what is asked for.
    isGolden(bin) ? WEIGHT.golden * (isPopular(item) ? 1 : -0.3) : 0,
  ]
  return wishes.reduce((sum, wish) => sum + wish, 0)
}

function reasonsFor(bin: BinFacts, item: StowItem, units: number): string[] {
  const reasons = [
    units === item.units ? `There is room for all ${units}.` : `There is room for ${units} of ${item.units}.`,
    'Nothing that looks like it and no other lot of it lies here.',
  ]
  if (isPopular(item) && bin.aisleUnits === 0)
    reasons.push(`It is often asked for, and none of it lies in aisle ${bin.aisle} yet: pickers spread out.`)
  if (isPopular(item) && isGolden(bin)) reasons.push('It is often asked for, and this is hand height.')
  if (isHeavy(item) && bin.pickHeightMetres <= LOW_METRES) reasons.push('It is heavy, and this is low.')
  if (isPopular(item) && bin.aisleHeat < 0.5) reasons.push(`Aisle ${bin.aisle} is quiet.`)
  return reasons
}
