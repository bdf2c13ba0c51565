import { dueOf, type Gains, gainsOf, usefulChoices, type Wanted } from './bin-gains'
import { type FrontierStates, NOTHING, WHOLE } from './frontier-states'
import { type Optional, type Stages, stagesOf } from './piece-choices'
import type { Grid } from './route-grid'
import type { Lot, RouteTask } from './route-task'

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
