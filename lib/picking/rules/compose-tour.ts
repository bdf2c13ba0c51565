import type { RouteCase, RouteStop } from '../schema'
import { avoidCrowds } from './avoid-crowds'
import { binOptions } from './bin-options'
import { chooseOrders } from './choose-orders'
import { fillTotes } from './fill-totes'
import { type Need, shareVisits } from './share-visits'
import type { ComposedTour, TourLine, TourList, TourQuestion, TourThinking } from './tour-question'
import { policyLength } from './walk-by-policy'
import { walkClass } from './walk-class'
import { wholeMillimetres } from './whole-millimetres'

type Asked = TourQuestion & { lineOf: Map<number, TourLine> }

/**
 * The best tour of the orders that wait, the most urgent one in it: which orders walk together, from which bins their units
 * come and the way past them. Orders of which nobody can reach everything wait on.
 * @returns null when there is no order that can be walked
 */
export function composeTour(question: TourQuestion, thinking: TourThinking): ComposedTour | null {
  const asked = { ...question, lineOf: new Map(question.lines.map((line) => [line.stockLineId, line])) }
  for (let left = question.lists; left.length > 0; ) {
    const chosen = chooseOrders(left, asked.lineOf, question, thinking)
    const routed = routeOf(chosen, asked, thinking)
    if ('tour' in routed) return routed.tour
    left = left.filter(({ orderNumber }) => !routed.unreachable.has(orderNumber))
  }
  return null
}

type Routed = { tour: ComposedTour } | { unreachable: Set<string> }

function routeOf(lists: TourList[], asked: Asked, { routingMs: limitMs, nowMs }: TourThinking): Routed {
  const { lineOf, rules, crowded } = asked
  const needs = needsOf(lists)
  const { stops, skuOf } = routeStops(needs, lists, asked)
  const plan = avoidCrowds(caseOf(asked, stops), crowded, { limitMs, nowMs })
  const isReached = plan.outcome === 'planned' && plan.unreachable.length === 0
  if (!isReached) {
    const skus = new Set(plan.outcome === 'planned' ? plan.unreachable.map(skuOf) : skusOf(needs))
    const unreachable = needs.filter(({ sku }) => skus.has(sku)).map(({ orderNumber }) => orderNumber)
    return { unreachable: new Set(unreachable) }
  }
  const shared = shareVisits(plan.visits, needs, skuOf)
  const { slots, orders: totes } = fillTotes(
    shared.map(({ orderNumber, stockLineId, quantity }) => ({
      orderNumber,
      volumeMl: quantity * (lineOf.get(stockLineId)?.volumeMl ?? 0),
    })),
    rules.toteVolumeMl,
  )
  return {
    tour: {
      orders: lists.map(({ orderNumber }) => orderNumber),
      stops: shared.map((stop, at) => ({ ...stop, slot: slots[at] ?? 1 })),
      totes,
      walk: plan.walk,
      isOptimal: plan.proven,
      walkMetres: wholeMillimetres(plan.length),
      lowerBoundMetres: wholeMillimetres(plan.lowerBound),
      baselineMetres: wholeMillimetres(baselineOf(lists, asked) ?? plan.length),
    },
  }
}

const skusOf = (needs: Need[]): string[] => needs.map(({ sku }) => sku)

function needsOf(lists: TourList[]): Need[] {
  const needs = new Map<string, Need>()
  for (const { orderNumber, holds } of lists)
    for (const { sku, lineNumber, quantity } of holds) {
      const key = `${orderNumber} ${sku}`
      const known = needs.get(key)
      needs.set(key, { orderNumber, lineNumber, sku, quantity: quantity + (known?.quantity ?? 0) })
    }
  return [...needs.values()]
}

function routeStops(needs: Need[], lists: TourList[], { lines, rules, today }: Asked) {
  const own = new Map<number, number>()
  for (const { stockLineId, quantity } of lists.flatMap(({ holds }) => holds))
    own.set(stockLineId, (own.get(stockLineId) ?? 0) + quantity)
  const skuOfStop = new Map<string, string>()
  const stops: RouteStop[] = []
  for (const sku of new Set(skusOf(needs))) {
    const needed = needs.reduce((sum, need) => sum + (need.sku === sku ? need.quantity : 0), 0)
    const there = lines
      .filter((line) => line.sku === sku)
      .map((line) => ({ ...line, own: own.get(line.stockLineId) ?? 0 }))
    const order = there[0] && walkClass(there[0], rules)
    for (const [part, { qty, options }] of binOptions(there, needed, today, rules.isFefo).entries()) {
      const id = `${sku} ${part}`
      skuOfStop.set(id, sku)
      stops.push({ id, qty, options, ...(order === undefined ? {} : { class: order }) })
    }
  }
  return { stops, skuOf: (stop: string) => skuOfStop.get(stop) ?? '' }
}

const caseOf = ({ layout, start, end }: Asked, stops: RouteStop[]): RouteCase => ({
  ...{ format: 'pick-route-case/1', id: 'tour' },
  ...{ layout, start, end, stops },
})

/** An S through the bins that were held first; null where blocks or directions stand against it. */
function baselineOf(lists: TourList[], asked: Asked): number | null {
  const stops = [...new Set(lists.flatMap(({ holds }) => holds.map(({ stockLineId }) => stockLineId)))]
    .flatMap((id) => asked.lineOf.get(id) ?? [])
    .map(({ stockLineId, place }) => ({
      id: `${stockLineId}`,
      qty: 1,
      options: [{ ...place, bin: `${stockLineId}`, qty: 1 }],
    }))
  const visits = stops.map(({ id }) => ({ stop: id, bin: id, qty: 1 }))
  const length = policyLength('s-shape', caseOf(asked, stops), visits)
  return Number.isFinite(length) ? length : null
}
