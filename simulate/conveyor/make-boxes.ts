import { checkDigit } from '@/lib/catalog/rules/check-digit'
import type { Lane, Sorter } from '@/lib/conveyor/topology-schema'

/** A tote or parcel with the label on it. */
export type Box = { barcode: string; kind: 'tote' | 'parcel'; destination: string }

/** The destination of totes, as drawings call it. */
const PACK = 'pack'
/** GS1's prefix for examples: no company has it. */
const EXAMPLE_PREFIX = '952'

/**
 * So many boxes for a sorter, over all destinations that its lanes serve; a lane that takes only so many a minute gets
 * half of what others get.
 * @param run makes their labels those of this run: up to 9,999,999
 * @param from the number of the first: boxes of other sorters have others
 */
export function makeBoxes(
  sorter: Sorter,
  count: number,
  { random, run, from }: { random: () => number; run: number; from: number },
): Box[] {
  const shares = sharesOf(sorter.lanes)
  const total = shares.at(-1)?.upTo ?? 0
  return Array.from({ length: total > 0 ? count : 0 }, (_, number) => {
    const drawn = random() * total
    const destination = shares.find(({ upTo }) => drawn < upTo)?.destination ?? PACK
    return boxFor(destination, run, from + number)
  })
}

function sharesOf(lanes: Lane[]): { destination: string; upTo: number }[] {
  const shares = new Map<string, number>()
  for (const { serves, mostPerMinute } of lanes)
    for (const destination of serves) {
      const share = (mostPerMinute === undefined ? 1 : 0.5) / serves.length
      shares.set(destination, (shares.get(destination) ?? 0) + share)
    }
  let upTo = 0
  return [...shares].map(([destination, share]) => {
    upTo += share
    return { destination, upTo }
  })
}

function boxFor(destination: string, run: number, number: number): Box {
  const digits = `${String(run % 10_000_000).padStart(7, '0')}${String(number % 1_000_000).padStart(6, '0')}`
  if (destination === PACK) return { barcode: `TS${digits}`, kind: 'tote', destination }
  const stem = `0${EXAMPLE_PREFIX}${digits}`
  return { barcode: `${stem}${checkDigit(stem) ?? ''}`, kind: 'parcel', destination }
}
