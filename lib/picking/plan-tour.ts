import type { PickingRules } from './picking-rules-schema'
import { type Candidate, type Line, readCandidates, readLines } from './read-candidates'
import { readCrowdedBins } from './read-crowded-bins'
import { readHall, type TourHall } from './read-hall'
import { readPickingRules } from './read-picking-rules'
import type { ComposedTour, TourLine, TourList } from './rules/tour-question'
import { thinkAside } from './think-aside'

/** What is due sooner is urgent: a tour begun later would hardly be back in time. */
const URGENT_MS = 20 * 60_000

export type PlannedTour = Omit<ComposedTour, 'orders' | 'stops'> & {
  site: string
  rules: PickingRules
  hall: TourHall
  /** The lists that it takes, as their holds were when it was planned. */
  lists: Candidate[]
  stops: (ComposedTour['stops'][number] & { binId: number })[]
}

/**
 * The best tour that waits at a site, the most urgent order in it: which orders walk together, from which bins their units
 * come and the way past them. Reads only; nothing is anybody's before `beginTour`.
 * @returns null when nothing waits that anybody can reach
 */
export async function planTour(site: string, now: Date): Promise<PlannedTour | null> {
  const candidates = await readCandidates(site)
  if (candidates.length === 0) return null
  const [rules, hall] = await Promise.all([readPickingRules(site), readHall(site)])
  const skus = [...new Set(candidates.flatMap(({ holds }) => holds.map(({ sku }) => sku)))]
  const held = candidates.flatMap(({ holds }) => holds.map(({ stockLineId }) => stockLineId))
  const [there, crowdedBins] = await Promise.all([
    readLines(site, skus, held),
    rules.avoidCrowds ? readCrowdedBins(site) : [],
  ])
  const lines = new Map(there.map((line) => [line.id, line]))
  // A line that went away between the two looks takes its list with it until the next time.
  const lists = candidates.filter(({ holds }) => holds.every(({ stockLineId }) => lines.has(stockLineId)))
  const composed = await thinkAside('tour', {
    layout: hall.layout,
    start: hall.placeOfStation(hall.start),
    end: hall.placeOfStation(hall.end),
    rules,
    today: now.toISOString().slice(0, 10),
    lists: lists.map((list) => waiting(list, now)),
    lines: there.map((line) => pickable(line, hall)),
    crowded: [...new Set(crowdedBins.map((bin) => hall.placeOfBin(bin).aisle))],
  })
  if (!composed) return null
  const { orders, stops, ...tour } = composed
  return {
    ...{ site, rules, hall, ...tour },
    lists: lists.filter(({ orderNumber }) => orders.includes(orderNumber)),
    stops: stops.map((stop) => ({ ...stop, binId: lines.get(stop.stockLineId)?.binId ?? 0 })),
  }
}

const waiting = ({ orderNumber, priority, dueAt, holds }: Candidate, now: Date): TourList => ({
  ...{ orderNumber, holds },
  isUrgent: priority > 0 || dueAt.getTime() < now.getTime() + URGENT_MS,
})

const pickable = (line: Line, hall: TourHall): TourLine => {
  const { id: stockLineId, sku, expiresOn, isDoubted, weightGrams, volumeMl, temperatureZone } = line
  return {
    ...{ stockLineId, sku, expiresOn, isDoubted, weightGrams, volumeMl, temperatureZone },
    place: hall.placeOfBin(line),
    free: Math.max(0, line.free),
  }
}
