import { DETOUR } from './avoid-crowds'
import { batchOrders } from './batch-orders'
import { totesFor } from './fill-totes'
import { releaseOrders } from './release-orders'
import { tourLengths } from './tour-lengths'
import type { TourLine, TourList, TourQuestion, TourThinking } from './tour-question'

/**
 * Which orders walk together with the most urgent one: its batch among the best batches of the orders ahead. For each
 * crowded aisle in which it has to pick that batch counts as longer, by what a picker would walk to keep out of it; the
 * others come later, when the crowd is elsewhere.
 */
export function chooseOrders(
  lists: TourList[],
  lines: Map<number, TourLine>,
  { rules, layout, start, end, crowded }: TourQuestion,
  { batchingMs: limitMs, nowMs, random }: TourThinking,
): TourList[] {
  const work = lists.map((list) => ({ ...list, ...loadOf(list, lines, rules.toteVolumeMl) }))
  const released = releaseOrders(work, rules.cartTotes)
  const placesOf = released.map(({ holds }) =>
    holds.flatMap(({ stockLineId }) => lines.get(stockLineId)?.place ?? []),
  )
  const walk = tourLengths(layout, start, end, placesOf)
  const mustMeet = crowdedAislesOf(released, lines, crowded)
  const met = (orders: readonly number[]) =>
    orders.includes(0) ? new Set(orders.flatMap((order) => mustMeet[order] ?? [])).size : 0
  const lengthOf = (orders: readonly number[]) => walk(orders) + DETOUR * met(orders)
  const { batches } = batchOrders(
    {
      loads: released.map(({ totes, weightGrams }) => [totes, weightGrams]),
      capacity: [rules.cartTotes, rules.cartWeightGrams],
      lengthOf,
    },
    { limitMs, nowMs, random },
  )
  return (batches.find((batch) => batch.includes(0)) ?? [0]).flatMap((at) => released[at] ?? [])
}

function loadOf({ holds }: TourList, lines: Map<number, TourLine>, toteVolumeMl: number) {
  const sum = (part: 'volumeMl' | 'weightGrams') =>
    holds.reduce((total, hold) => total + hold.quantity * (lines.get(hold.stockLineId)?.[part] ?? 0), 0)
  return { totes: totesFor(sum('volumeMl'), toteVolumeMl), weightGrams: sum('weightGrams') }
}

/** By order: the crowded aisles in which something promised to it lies of which no other aisle has enough. */
function crowdedAislesOf(lists: TourList[], lines: Map<number, TourLine>, crowded: number[]): number[][] {
  if (crowded.length === 0) return lists.map(() => [])
  const isCrowded = new Set(crowded)
  const elsewhere = new Map<string, number>()
  for (const { sku, place, free, isDoubted } of lines.values())
    if (!isCrowded.has(place.aisle) && !isDoubted) elsewhere.set(sku, Math.max(free, elsewhere.get(sku) ?? 0))
  return lists.map(({ holds }) =>
    holds.flatMap(({ stockLineId, sku, quantity }) => {
      const aisle = lines.get(stockLineId)?.place.aisle ?? -1
      return isCrowded.has(aisle) && (elsewhere.get(sku) ?? 0) < quantity ? [aisle] : []
    }),
  )
}
