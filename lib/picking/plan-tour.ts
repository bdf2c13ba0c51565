import { type Candidate, type Line, readCandidates, readLines } from './read-candidates'
import { readHall, type TourHall } from './read-hall'
import { readPickingRules, type SiteRules } from './read-picking-rules'
import { batchOrders } from './rules/batch-orders'
import { binOptions } from './rules/bin-options'
import { fillTotes, totesFor } from './rules/fill-totes'
import { planWithClasses } from './rules/plan-with-classes'
import { releaseOrders } from './rules/release-orders'
import { type Need, type SharedStop, shareVisits } from './rules/share-visits'
import { tourLengths } from './rules/tour-lengths'
import { policyLength } from './rules/walk-by-policy'
import { walkClass } from './rules/walk-class'
import { wholeMillimetres } from './rules/whole-millimetres'
import type { Route, RouteCase, RouteStop } from './schema'

/** The picker waits for it, and so does whatever else this process does: both together stay below a blink. */
const BATCHING_MS = 80
const ROUTING_MS = 200
/** What is due sooner is urgent: a tour begun later would hardly be back in time. */
const URGENT_MS = 20 * 60_000

export type PlannedTour = {
  site: string
  rules: SiteRules
  hall: TourHall
  /** The lists that it takes, as their holds were when it was planned. */
  lists: Candidate[]
  stops: (SharedStop & { slot: number; binId: number })[]
  /** By slot of the cart, from 1: the order in its tote. */
  totes: string[]
  walk: Route['walk']
  isOptimal: boolean
  walkMetres: number
  lowerBoundMetres: number
  baselineMetres: number
}

type Work = Candidate & { totes: number; weightGrams: number; isUrgent: boolean }
type Ground = { site: string; rules: SiteRules; hall: TourHall; lines: Map<number, Line>; today: string }

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
  const lines = new Map((await readLines(site, skus, held)).map((line) => [line.id, line]))
  // A line that went away between the two looks takes its list with it until the next time.
  const work = candidates
    .filter(({ holds }) => holds.every(({ stockLineId }) => lines.has(stockLineId)))
    .map((list) => workOf(list, lines, rules, now))
  const ground = { site, rules, hall, lines, today: now.toISOString().slice(0, 10) }
  for (let left = work; left.length > 0; ) {
    const chosen = chooseOrders(left, ground)
    const plan = routeOf(chosen, ground)
    if ('plan' in plan) return plan.plan
    left = left.filter(({ orderNumber }) => !plan.unreachable.has(orderNumber))
  }
  return null
}

function workOf(list: Candidate, lines: Map<number, Line>, rules: SiteRules, now: Date): Work {
  const sum = (part: 'volumeMl' | 'weightGrams') =>
    list.holds.reduce((total, hold) => total + hold.quantity * (lines.get(hold.stockLineId)?.[part] ?? 0), 0)
  return {
    ...list,
    totes: totesFor(sum('volumeMl'), rules.toteVolumeMl),
    weightGrams: sum('weightGrams'),
    isUrgent: list.priority > 0 || list.dueAt.getTime() < now.getTime() + URGENT_MS,
  }
}

/** The orders of the batch that has the most urgent one. */
function chooseOrders(work: Work[], { rules, hall, lines }: Ground): Work[] {
  const released = releaseOrders(work, rules.cartTotes)
  const placesOf = released.map(({ holds }) =>
    holds.flatMap(({ stockLineId }) => {
      const line = lines.get(stockLineId)
      return line ? [hall.placeOfBin(line)] : []
    }),
  )
  const [start, end] = [hall.placeOfStation(hall.start), hall.placeOfStation(hall.end)]
  const { batches } = batchOrders(
    {
      loads: released.map(({ totes, weightGrams }) => [totes, weightGrams]),
      capacity: [rules.cartTotes, rules.cartWeightGrams],
      lengthOf: tourLengths(hall.layout, start, end, placesOf),
    },
    { limitMs: BATCHING_MS, nowMs: () => performance.now(), random: Math.random },
  )
  return (batches.find((batch) => batch.includes(0)) ?? [0]).flatMap((at) => released[at] ?? [])
}

type Routed = { plan: PlannedTour } | { unreachable: Set<string> }

function routeOf(lists: Work[], ground: Ground): Routed {
  const { hall, lines, rules } = ground
  const needs = needsOf(lists)
  const { stops, skuOf } = routeStops(needs, lists, ground)
  const routeCase = caseOf(hall, stops)
  const plan = planWithClasses(routeCase, { limitMs: ROUTING_MS, nowMs: () => performance.now() })
  const isReached = plan.outcome === 'planned' && plan.unreachable.length === 0
  if (!isReached) {
    const skus = new Set(plan.outcome === 'planned' ? plan.unreachable.map(skuOf) : skuSet(needs))
    const unreachable = needs.filter(({ sku }) => skus.has(sku)).map(({ orderNumber }) => orderNumber)
    return { unreachable: new Set(unreachable) }
  }
  const shared = shareVisits(plan.visits, needs, skuOf)
  const { slots, orders } = fillTotes(
    shared.map(({ orderNumber, stockLineId, quantity }) => ({
      orderNumber,
      volumeMl: quantity * (lines.get(stockLineId)?.volumeMl ?? 0),
    })),
    rules.toteVolumeMl,
  )
  return {
    plan: {
      site: ground.site,
      ...{ rules, hall, lists, totes: orders },
      stops: shared.map((stop, at) => ({
        ...stop,
        slot: slots[at] ?? 1,
        binId: lines.get(stop.stockLineId)?.binId ?? 0,
      })),
      walk: plan.walk,
      isOptimal: plan.proven,
      walkMetres: wholeMillimetres(plan.length),
      lowerBoundMetres: wholeMillimetres(plan.lowerBound),
      baselineMetres: wholeMillimetres(baselineOf(lists, ground) ?? plan.length),
    },
  }
}

const skuSet = (needs: Need[]): string[] => needs.map(({ sku }) => sku)

function needsOf(lists: Work[]): Need[] {
  const needs = new Map<string, Need>()
  for (const { orderNumber, holds } of lists)
    for (const { sku, lineNumber, quantity } of holds) {
      const key = `${orderNumber} ${sku}`
      const known = needs.get(key)
      needs.set(key, { orderNumber, lineNumber, sku, quantity: quantity + (known?.quantity ?? 0) })
    }
  return [...needs.values()]
}

function routeStops(needs: Need[], lists: Work[], { hall, lines, rules, today }: Ground) {
  const own = new Map<number, number>()
  for (const { stockLineId, quantity } of lists.flatMap(({ holds }) => holds))
    own.set(stockLineId, (own.get(stockLineId) ?? 0) + quantity)
  const skuOfStop = new Map<string, string>()
  const stops: RouteStop[] = []
  for (const sku of new Set(skuSet(needs))) {
    const needed = needs.reduce((sum, need) => sum + (need.sku === sku ? need.quantity : 0), 0)
    const there = [...lines.values()].filter((line) => line.sku === sku)
    const pickable = there.map((line) => ({
      ...{ stockLineId: line.id, place: hall.placeOfBin(line), own: own.get(line.id) ?? 0 },
      ...{ expiresOn: line.expiresOn, free: Math.max(0, line.free), isDoubted: line.isDoubted },
    }))
    const order = there[0] && walkClass(there[0], rules)
    for (const [part, { qty, options }] of binOptions(pickable, needed, today, rules.isFefo).entries()) {
      const id = `${sku} ${part}`
      skuOfStop.set(id, sku)
      stops.push({ id, qty, options, ...(order === undefined ? {} : { class: order }) })
    }
  }
  return { stops, skuOf: (stop: string) => skuOfStop.get(stop) ?? '' }
}

const caseOf = (hall: TourHall, stops: RouteStop[]): RouteCase => ({
  format: 'pick-route-case/1',
  id: 'tour',
  layout: hall.layout,
  start: hall.placeOfStation(hall.start),
  end: hall.placeOfStation(hall.end),
  stops,
})

/** An S through the bins that were held first; null where blocks or directions stand against it. */
function baselineOf(lists: Work[], { hall, lines }: Ground): number | null {
  const stops = [...new Set(lists.flatMap(({ holds }) => holds.map(({ stockLineId }) => stockLineId)))]
    .flatMap((id) => lines.get(id) ?? [])
    .map((line) => ({
      id: `${line.id}`,
      qty: 1,
      options: [{ ...hall.placeOfBin(line), bin: `${line.id}`, qty: 1 }],
    }))
  const visits = stops.map(({ id }) => ({ stop: id, bin: id, qty: 1 }))
  const length = policyLength('s-shape', caseOf(hall, stops), visits)
  return Number.isFinite(length) ? length : null
}
