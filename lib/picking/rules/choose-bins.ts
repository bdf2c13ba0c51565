import { type BinNetwork, binNetwork, withoutArcs } from './bin-network'
import {
  arcsWithin,
  type Completion,
  cheapestWay,
  completionOf,
  type Prices,
  withCritical,
} from './bin-prices'
import { collectLabels } from './collect-labels'
import { frontierStates } from './frontier-states'
import { gridOf } from './route-grid'
import type { RouteTask } from './route-task'
import { swapBins } from './swap-bins'
import { traceWalk, type Walk } from './trace-walk'
import { walkAllPlaces } from './walk-all-places'
import { stepOfLengths } from './walk-lengths'

const FIRST_PRICINGS = 240
const LATER_PRICINGS = 30
/** Prices are good enough when this many pricings raised the bound by less than this share. */
const LOOK_BACK = 12
const LEAST_RISE = 0.002
const FIRST_WIDTH = 24
/** Articles are counted exactly while arcs times counts stay below this, and counts below that. */
const MOST_COUNTED = 5_000_000
const MOST_SIZE = 8_192
const PATIENCE = 4
const EPSILON = 1e-7

export type ChosenBins = { length: number; lowerBound: number; trace: () => Walk }

/**
 * Chooses bins and walk together (scattered storage): one sweep whose labels say what has been collected, pruned by
 * prices for the articles still missing (Lagrangian completion bounds). Rounds: better prices, a wider beam, arcs that
 * no shorter walk can use removed, more articles counted exactly; until the bound meets the walk, or the time is over.
 */
export function chooseBins(task: RouteTask, isLate: () => boolean): ChosenBins | null {
  const wanted = [...new Set([...task.required, ...task.lots.map((lot) => lot.place)])]
  const grid = gridOf(task.hall, task.places, wanted)
  const states = frontierStates(grid.rows.length)
  const network = binNetwork(task, grid, states)
  if (!network) return null
  const first = walkAllPlaces(task.hall, task.places, swapBins(task, isLate))
  if (first === null || first === 'late') return null
  const search = new BinSearch(network, first.length, stepOfLengths(grid), isLate)
  search.run()
  const { choices, length, lowerBound } = search
  if (!choices) return { length, lowerBound, trace: first.trace }
  return { length, lowerBound, trace: () => traceWalk(grid, network.stages, Int32Array.from(choices)) }
}

class BinSearch {
  lowerBound = 0
  choices: number[] | undefined
  private prices: Prices
  private best: Prices
  private readonly strain: Float64Array

  constructor(
    private network: BinNetwork,
    /** Of the shortest walk found. */
    public length: number,
    /** Any two walks differ by a multiple of this. */
    private readonly step: number,
    private readonly isLate: () => boolean,
  ) {
    const { wanted } = network
    const price = new Float64Array(wanted.length)
    this.strain = new Float64Array(wanted.length)
    this.prices = withCritical(network, price, [])
    this.best = this.prices
  }

  /** No walk of this length or more is of interest. */
  private get shorter(): number {
    return this.length - this.step + EPSILON
  }
  private get isProven(): boolean {
    return this.lowerBound >= this.shorter
  }

  run() {
    this.firstPrices()
    let width = FIRST_WIDTH
    for (let round = 0; !this.isProven; round++) {
      const completion = this.improvePrices(round === 0 ? FIRST_PRICINGS : LATER_PRICINGS)
      if (this.isProven || this.isLate()) break
      const got = collectLabels(this.network, this.best, completion, {
        shorter: this.shorter,
        width,
        isLate: this.isLate,
      })
      if (got.found) {
        this.length = got.found.length
        this.choices = got.found.choices
      }
      this.raise(Math.min(got.bound, this.length))
      if (this.isProven) break
      this.dropArcs(completion)
      if (this.isProven || this.isLate()) break
      if (round > 0) this.countMore(round)
      width *= 4
    }
    if (this.isProven) this.lowerBound = this.length
  }

  private raise(bound: number) {
    if (bound > this.lowerBound) this.lowerBound = bound
  }

  /** To begin with every article costs the same share of a walk to the farthest one. */
  private firstPrices() {
    const { grid, wanted } = this.network
    const first = grid.hall.xs[grid.columns[0] ?? 0] ?? 0
    const last = grid.hall.xs[grid.columns.at(-1) ?? 0] ?? 0
    const round = 2 * (last - first + (grid.rows.at(-1) ?? 0) - (grid.rows[0] ?? 0))
    wanted.forEach(({ units }, article) => {
      this.prices.price[article] = round / wanted.length / units / 2
    })
  }

  /** Subgradient steps (Held, Wolfe and Crowder 1974); the completion of the best prices met. */
  private improvePrices(pricings: number): Completion {
    const { network } = this
    const { wanted } = network
    let completion = completionOf(network, this.best)
    let scale = 1
    let idle = 0
    let bestBound = Number.NEGATIVE_INFINITY
    let before = Number.NEGATIVE_INFINITY
    const price = Float64Array.from(this.best.price)
    const trial = { ...this.best, price }
    const direction = new Float64Array(wanted.length)
    for (let pricing = 0; pricing < pricings && !this.isLate(); pricing++) {
      completion = completionOf(network, trial, completion)
      if (completion.bound > bestBound + 1e-9) {
        bestBound = completion.bound
        this.best = { ...trial, price: Float64Array.from(price) }
        idle = 0
      } else if (++idle >= PATIENCE) {
        scale /= 1.4
        idle = 0
        price.set(this.best.price)
      }
      this.raise(Math.min(bestBound, this.length))
      if (this.isProven) break
      if (pricing % LOOK_BACK === LOOK_BACK - 1) {
        if (bestBound > 0 && bestBound - before < LEAST_RISE * bestBound) break
        before = bestBound
      }
      const way = cheapestWay(network, trial, completion)
      this.learn(way)
      let norm = 0
      wanted.forEach(({ units }, article) => {
        if (trial.critical.includes(article)) return
        direction[article] = units - (way.brought[article] ?? 0) + 0.5 * (direction[article] ?? 0)
        norm += (direction[article] ?? 0) ** 2
      })
      if (norm === 0) break
      const stride = (scale * Math.max(this.length - Math.max(bestBound, 0), 1e-3)) / norm
      for (let article = 0; article < price.length; article++)
        price[article] = Math.max(0, (price[article] ?? 0) + stride * (direction[article] ?? 0))
    }
    return completionOf(network, this.best, completion)
  }

  private learn(way: { choices: number[]; brought: Float64Array; length: number }) {
    let isComplete = true
    this.network.wanted.forEach(({ units }, article) => {
      const lack = units - (way.brought[article] ?? 0)
      if (lack > 0) isComplete = false
      this.strain[article] = 0.9 * (this.strain[article] ?? 0) + Math.abs(lack) / units
    })
    if (!isComplete || way.length > this.length - EPSILON) return
    this.length = way.length
    this.choices = way.choices
  }

  private dropArcs(completion: Completion) {
    const isKept = arcsWithin(this.network, this.best, completion, this.shorter)
    const left = withoutArcs(this.network, isKept)
    if ((left.firstArc[1] ?? 0) === 0) this.lowerBound = this.length
    else this.network = left
  }

  /** Counts the articles that the cheapest ways most often brought twice or not at all. */
  private countMore(round: number) {
    const { wanted } = this.network
    const critical = [...this.best.critical]
    const order = wanted
      .map((_, article) => article)
      .filter((article) => !critical.includes(article) && (this.strain[article] ?? 0) > 0.01)
      .sort((a, b) => (this.strain[b] ?? 0) - (this.strain[a] ?? 0))
    let { size } = this.best
    const most = Math.min(MOST_COUNTED / this.network.arcTo.length, MOST_SIZE, 8 ** round)
    for (const article of order) {
      const more = size * ((wanted[article]?.units ?? 0) + 1)
      if (more > most) continue
      size = more
      critical.push(article)
    }
    this.best = withCritical(this.network, this.best.price, critical)
  }
}
