import { type FrontierStates, NOTHING, WHOLE } from './frontier-states'
import { type Optional, type Stages, stagesOf, WALKED_THROUGH } from './piece-choices'
import type { Grid } from './route-grid'
import type { Lot, RouteTask } from './route-task'

/** The articles of a task that may come from several bins: how many units of each are wanted. */
export type Wanted = { stop: number; units: number }[]

/**
 * All walks of a grid as ways through a network: nodes are states of the frontier at a stage, an arc is a choice.
 * Arcs are ordered by the node they leave, nodes by stage; node 0 is the start, the last node the whole walk.
 */
export type BinNetwork = {
  grid: Grid
  stages: Stages
  wanted: Wanted
  gains: Gains
  /** By stage: articles, and how many units of each may still be missing after it, in pairs; only where that falls. */
  due: number[][]
  /** The first node of each stage, and the last node. */
  firstNode: number[]
  firstArc: Int32Array
  arcTo: Int32Array
  arcChoice: Int32Array
}

/** The network of a task's grid. null when there is no walk at all, or the network would be too large. */
export function binNetwork(task: RouteTask, grid: Grid, states: FrontierStates): BinNetwork | null {
  const articleOf = new Map<number, number>()
  const wanted: Wanted = []
  const lotsAt = new Map<number, Lot[]>()
  for (const lot of task.lots) {
    if (!articleOf.has(lot.article)) {
      articleOf.set(lot.article, wanted.length)
      wanted.push({ stop: lot.article, units: task.open[lot.article] ?? 0 })
    }
    const own = { ...lot, article: articleOf.get(lot.article) ?? 0 }
    lotsAt.set(lot.place, [...(lotsAt.get(lot.place) ?? []), own])
  }
  const stages = stagesOf(grid, states, optionalPlaces(new Set(task.required), lotsAt, wanted))
  const gains = gainsOf(grid, stages, lotsAt, wanted)
  const isUseful = usefulChoices(stages, gains, wanted.length)
  return connect({ grid, stages, wanted, gains, due: dueOf(stages, gains, wanted) }, states, isUseful)
}

function optionalPlaces(required: Set<number>, lotsAt: Map<number, Lot[]>, wanted: Wanted): Optional {
  return {
    isOptional: (place) => !required.has(place),
    worthEnding: (inOrder) => {
      const got = new Map<number, number>()
      return inOrder.map((place) => {
        let isWorth = required.has(place)
        for (const { article, units } of lotsAt.get(place) ?? []) {
          const before = got.get(article) ?? 0
          if (before < (wanted[article]?.units ?? 0)) isWorth = true
          got.set(article, before + units)
        }
        return isWorth
      })
    },
  }
}

/** What lies on the way of each choice: of choice k the articles and units from `first[k]` on. */
export type Gains = { first: Int32Array; article: Int32Array; units: Int32Array }

function gainsOf(grid: Grid, stages: Stages, lotsAt: Map<number, Lot[]>, wanted: Wanted): Gains {
  const { rows, between, onCrossing } = grid
  const perColumn = 2 * rows.length - 1
  const first = new Int32Array(stages.move.length + 1)
  const articles: number[] = []
  const units: number[] = []
  const got = new Int32Array(wanted.length)
  for (let stage = 0; stage + 1 < stages.first.length; stage++) {
    const column = Math.floor(stage / perColumn)
    const row = stage % perColumn
    const isPiece = row < rows.length - 1
    const inside = isPiece
      ? (between[column * (rows.length - 1) + row] ?? [])
      : [onCrossing[column * rows.length + row - rows.length + 1] ?? -1]
    const lots = inside.map((place) => lotsAt.get(place) ?? [])
    for (let choice = stages.first[stage] as number; choice < (stages.first[stage + 1] as number); choice++) {
      const begin = articles.length
      for (let at = 0; at < lots.length; at++) {
        if (!isOnWay(stages, choice, at, isPiece)) continue
        for (const lot of lots[at] as Lot[]) {
          if (got[lot.article] === 0) articles.push(lot.article)
          got[lot.article] = Math.min(
            (got[lot.article] as number) + lot.units,
            wanted[lot.article]?.units ?? 0,
          )
        }
      }
      for (let at = begin; at < articles.length; at++) {
        units.push(got[articles[at] as number] as number)
        got[articles[at] as number] = 0
      }
      first[choice + 1] = articles.length
    }
  }
  return { first, article: Int32Array.from(articles), units: Int32Array.from(units) }
}

function dueOf({ first }: Stages, gains: Gains, wanted: Wanted): number[][] {
  const toCome = new Int32Array(wanted.length)
  const due: number[][] = []
  for (let stage = first.length - 2; stage >= 0; stage--) {
    const most = new Map<number, number>()
    for (
      let at = gains.first[first[stage] as number] as number;
      at < (gains.first[first[stage + 1] as number] as number);
      at++
    ) {
      const article = gains.article[at] as number
      most.set(article, Math.max(most.get(article) ?? 0, gains.units[at] as number))
    }
    const falls: number[] = []
    for (const [article, units] of most) {
      const after = toCome[article] as number
      if (after < (wanted[article]?.units ?? 0)) falls.push(article, after)
      toCome[article] = after + units
    }
    due.push(falls)
  }
  return due.reverse()
}

function isOnWay({ from, to, move }: Stages, choice: number, at: number, isPiece: boolean): boolean {
  const begin = from[choice] as number
  const until = to[choice] as number
  if (!isPiece) return until === 1
  if ((move[choice] as number) % 19 === 18) return at >= begin && at < until
  return begin === WALKED_THROUGH || at < begin || at >= until
}

const MOST_COMPARED = 500

/** Of two choices that make the same move, one that brings no more and is no shorter is left out. */
function usefulChoices({ first, move, length }: Stages, gains: Gains, articles: number): Uint8Array {
  const isUseful = new Uint8Array(move.length).fill(1)
  const own = new Int32Array(articles)
  for (let stage = 0; stage + 1 < first.length; stage++) {
    const from = first[stage] as number
    const to = first[stage + 1] as number
    if (to - from > MOST_COMPARED) continue
    for (let one = from; one < to; one++) {
      if (!isUseful[one]) continue
      for (let at = gains.first[one] as number; at < (gains.first[one + 1] as number); at++)
        own[gains.article[at] as number] = gains.units[at] as number
      for (let other = from; other < to; other++) {
        if (other === one || !isUseful[other] || move[one] !== move[other]) continue
        if ((length[other] as number) < (length[one] as number) - 1e-12) continue
        let at = gains.first[other] as number
        const until = gains.first[other + 1] as number
        while (at < until && (own[gains.article[at] as number] as number) >= (gains.units[at] as number)) at++
        if (at === until) isUseful[other] = 0
      }
      for (let at = gains.first[one] as number; at < (gains.first[one + 1] as number); at++)
        own[gains.article[at] as number] = 0
    }
  }
  return isUseful
}

const MOST_ARCS = 1_500_000

type Parts = Pick<BinNetwork, 'grid' | 'stages' | 'wanted' | 'gains' | 'due'>

function connect(parts: Parts, states: FrontierStates, isUseful: Uint8Array): BinNetwork | null {
  const { first, move } = parts.stages
  const levels: { from: number; to: number; choice: number }[][] = []
  let live = [NOTHING]
  let count = 0
  const liveAt: number[][] = [live]
  for (let stage = 0; stage + 1 < first.length; stage++) {
    const position = new Map<number, number>()
    const arcs: { from: number; to: number; choice: number }[] = []
    live.forEach((state, from) => {
      for (let choice = first[stage] ?? 0; choice < (first[stage + 1] ?? 0); choice++) {
        const next = isUseful[choice] ? states.next(move[choice] ?? 0, state) : -1
        if (next < 0) continue
        const to = position.get(next) ?? position.size
        position.set(next, to)
        arcs.push({ from, to, choice })
      }
    })
    count += arcs.length
    if (count > MOST_ARCS) return null
    live = [...position.keys()]
    liveAt.push(live)
    levels.push(arcs)
  }
  const whole = live.indexOf(WHOLE)
  return whole < 0 ? null : pack(parts, liveAt, levels, whole)
}

/** Keeps the nodes from which the whole walk can be reached, and numbers them. */
function pack(
  parts: Parts,
  liveAt: number[][],
  levels: { from: number; to: number; choice: number }[][],
  whole: number,
): BinNetwork {
  const isLive = liveAt.map((live) => new Uint8Array(live.length))
  const last = isLive.at(-1)
  if (last) last[whole] = 1
  for (let stage = levels.length - 1; stage >= 0; stage--)
    for (const { from, to } of levels[stage] ?? [])
      if (isLive[stage + 1]?.[to]) (isLive[stage] as Uint8Array)[from] = 1
  const firstNode: number[] = []
  let nodes = 0
  const numbers = isLive.map((live) => {
    firstNode.push(nodes)
    return Array.from(live, (is) => (is ? nodes++ : -1))
  })
  const firstArc: number[] = []
  const arcTo: number[] = []
  const arcChoice: number[] = []
  levels.forEach((arcs, stage) => {
    for (const { from, to, choice } of arcs) {
      const node = numbers[stage]?.[from] ?? -1
      const next = numbers[stage + 1]?.[to] ?? -1
      if (node < 0 || next < 0) continue
      while (firstArc.length <= node) firstArc.push(arcTo.length)
      arcTo.push(next)
      arcChoice.push(choice)
    }
  })
  while (firstArc.length <= nodes) firstArc.push(arcTo.length)
  return {
    ...parts,
    firstNode,
    firstArc: Int32Array.from(firstArc),
    arcTo: Int32Array.from(arcTo),
    arcChoice: Int32Array.from(arcChoice),
  }
}

/** The network without the arcs that are not kept. */
export function withoutArcs(network: BinNetwork, isKept: Uint8Array): BinNetwork {
  const { firstArc, arcTo, arcChoice } = network
  const first = new Int32Array(firstArc.length)
  const to: number[] = []
  const choice: number[] = []
  for (let node = 0; node + 1 < firstArc.length; node++) {
    first[node] = to.length
    for (let arc = firstArc[node] ?? 0; arc < (firstArc[node + 1] ?? 0); arc++)
      if (isKept[arc]) {
        to.push(arcTo[arc] ?? 0)
        choice.push(arcChoice[arc] ?? 0)
      }
  }
  first[firstArc.length - 1] = to.length
  return { ...network, firstArc: first, arcTo: Int32Array.from(to), arcChoice: Int32Array.from(choice) }
}
