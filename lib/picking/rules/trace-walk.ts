import { type Stages, WALKED_THROUGH } from './piece-choices'
import type { Grid } from './route-grid'

/** A walk: the places in the order they are first passed, and its corners. */
export type Walk = { passed: number[]; corners: [number, number][] }

/**
 * The walk that the choices of a sweep describe: their pieces are the edges of a graph in which every node but the two
 * ends of the walk has an even degree, so it can be walked in one go (Hierholzer 1873).
 */
export function traceWalk(grid: Grid, stages: Stages, choices: Int32Array): Walk {
  const { columns, rows, onCrossing, places, hall } = grid
  const crossings = columns.length * rows.length
  const edges = new EdgeList(crossings + places.y.length)
  const perColumn = 2 * rows.length - 1
  for (let stage = 0; stage < choices.length; stage++) {
    const choice = choices[stage] ?? 0
    const column = Math.floor(stage / perColumn)
    const at = stage % perColumn
    if (at < rows.length - 1) {
      addPiece(edges, grid, column, at, stages, choice)
      continue
    }
    const node = column * rows.length + at - (rows.length - 1)
    for (let times = stages.from[choice] ?? 0; times > 0; times--) edges.add(node, node + rows.length)
  }
  const nodeOf = new Int32Array(places.y.length).fill(-1)
  onCrossing.forEach((place, node) => {
    if (place >= 0) nodeOf[place] = node
  })
  const startNode = (nodeOf[places.start] ?? -1) >= 0 ? (nodeOf[places.start] ?? 0) : crossings + places.start
  const passed: number[] = []
  const corners: [number, number][] = []
  const isPassed = new Uint8Array(places.y.length)
  for (const node of edges.walkFrom(startNode)) {
    const place = node < crossings ? (onCrossing[node] ?? -1) : node - crossings
    if (place >= 0 && isPassed[place] === 0) {
      isPassed[place] = 1
      passed.push(place)
    }
    const column = node < crossings ? Math.floor(node / rows.length) : -1
    const x = hall.xs[column < 0 ? (places.aisle[place] ?? 0) : (columns[column] ?? 0)] ?? 0
    addCorner(corners, x, column < 0 ? (places.y[place] ?? 0) : (rows[node % rows.length] ?? 0))
  }
  return { passed, corners }
}

/** Adds a point to a line of corners; a point on the way straight on replaces the one before. */
export function addCorner(corners: [number, number][], x: number, y: number) {
  const last = corners.at(-1)
  if (last && last[0] === x && last[1] === y) return
  const before = corners.at(-2)
  if (last && before) {
    const onX = before[1] === last[1] && last[1] === y && last[0] > before[0] === x > last[0]
    const onY = before[0] === last[0] && last[0] === x && last[1] > before[1] === y > last[1]
    if (onX || onY) corners.pop()
  }
  corners.push([x, y])
}

function addPiece(edges: EdgeList, grid: Grid, column: number, row: number, stages: Stages, choice: number) {
  const { rows, between, columns, places } = grid
  const crossings = columns.length * rows.length
  const inside = between[column * (rows.length - 1) + row] ?? []
  const bottom = column * rows.length + row
  const nodes = [bottom, ...inside.map((place) => crossings + place), bottom + 1]
  const from = stages.from[choice] ?? WALKED_THROUGH
  const to = stages.to[choice] ?? WALKED_THROUGH
  const { isClosed, isOddBelow } = pieceKind(stages.move[choice] ?? 0)
  const turns = (node: number) =>
    places.start !== places.end && (node === crossings + places.start || node === crossings + places.end)
  let isOdd = isClosed ? false : isOddBelow
  for (let gap = 0; gap <= inside.length; gap++) {
    if (gap > 0 && turns(nodes[gap] ?? 0)) isOdd = !isOdd
    // A closed walk holds the gaps strictly between; any other leaves out these.
    const isLeft = isClosed ? gap <= from || gap >= to : from !== WALKED_THROUGH && gap >= from && gap <= to
    if (isLeft) continue
    for (let times = isOdd ? 1 : 2; times > 0; times--) edges.add(nodes[gap] ?? 0, nodes[gap + 1] ?? 0)
  }
}

/** What the move of an aisle piece says of its lowest gap. */
function pieceKind(move: number): { isClosed: boolean; isOddBelow: boolean } {
  const code = move % 19
  return { isClosed: code === 18, isOddBelow: Math.floor(code / 6) === 1 }
}

class EdgeList {
  private readonly head: Int32Array
  private readonly nextOf: number[] = []
  private readonly target: number[] = []

  constructor(nodes: number) {
    this.head = new Int32Array(nodes).fill(-1)
  }

  add(from: number, to: number) {
    this.link(from, to)
    this.link(to, from)
  }

  private link(from: number, to: number) {
    this.nextOf.push(this.head[from] ?? -1)
    this.head[from] = this.target.length
    this.target.push(to)
  }

  /** Every edge once, as the nodes passed from this one to the other end. */
  walkFrom(start: number): number[] {
    const used = new Uint8Array(this.target.length)
    const stack = [start]
    const walk: number[] = []
    while (stack.length > 0) {
      const node = stack.at(-1) ?? 0
      let edge = this.head[node] ?? -1
      while (edge >= 0 && used[edge]) edge = this.nextOf[edge] ?? -1
      if (edge < 0) {
        this.head[node] = -1
        walk.push(node)
        stack.pop()
        continue
      }
      this.head[node] = this.nextOf[edge] ?? -1
      used[edge] = 1
      used[edge ^ 1] = 1
      stack.push(this.target[edge] ?? 0)
    }
    return walk.reverse()
  }
}
