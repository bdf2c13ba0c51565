import type { PickingRules } from '../picking-rules-schema'
import type { Route, RouteLayout, RoutePlace } from '../schema'
import type { PickableLine } from './bin-options'
import type { SharedStop } from './share-visits'

/** An order that waits, and from which stock lines its units are promised. */
export type TourList = {
  orderNumber: string
  isUrgent: boolean
  holds: { lineNumber: number; stockLineId: number; sku: string; quantity: number }[]
}
export type TourLine = Omit<PickableLine, 'own'> & {
  sku: string
  weightGrams: number
  volumeMl: number
  temperatureZone: string
}

/** Which tour is the best? Values only, so that it can be asked of another thread; lengths in metres. */
export type TourQuestion = {
  layout: RouteLayout
  start: RoutePlace
  end: RoutePlace
  rules: PickingRules
  /** As in 2026-11-21. */
  today: string
  /** The most urgent first. */
  lists: TourList[]
  /** What is promised to the lists and what nobody holds of their SKUs. */
  lines: TourLine[]
  /** Indexes of aisles in which other tours pick next. */
  crowded: number[]
}

export type ComposedTour = {
  orders: string[]
  stops: (SharedStop & { slot: number })[]
  /** By slot of the cart, from 1: the order in its tote. */
  totes: string[]
  walk: Route['walk']
  /**
   * No walk with these orders is shorter, whichever of the bins offered it took. Not offered are: later lots while an earlier one
   * is free, doubted units, the seventh bin of an item and more, and what was passed over in crowded aisles.
   */
  isOptimal: boolean
  walkMetres: number
  /** No walk that `isOptimal` speaks of is shorter. */
  lowerBoundMetres: number
  baselineMetres: number
}

/** How long may be thought about which orders and about their walk; the clock, and numbers from 0 to 1. */
export type TourThinking = {
  batchingMs: number
  routingMs: number
  nowMs: () => number
  random: () => number
}
