import type { Places } from './route-grid'
import { type Hall, isWalkable } from './route-network'
import { addCorner } from './trace-walk'

/** The hall's crossings (row * columns + column) and, after them, its places, with every step that can be walked. */
export class WalkingGraph {
  private readonly columns: number[]
  private readonly crossings: number
  private readonly targets: number[][] = []
  private readonly lengths: number[][] = []
  private readonly reached = new Map<number, { length: Float64Array; before: Int32Array }>()

  constructor(
    private readonly hall: Hall,
    private readonly places: Places,
    private readonly isReversed = false,
  ) {
    const aisles = new Set(places.aisle)
    const all = hall.xs.map((_, aisle) => aisle)
    // In an open hall no shortest way needs an aisle without a place; a one-way aisle may force one.
    this.columns = hall.isOpen && !hall.isOneWay ? all.filter((aisle) => aisles.has(aisle)) : all
    this.crossings = this.columns.length * hall.rows.length
    for (let node = 0; node < this.crossings + places.y.length; node++) {
      this.targets.push([])
      this.lengths.push([])
    }
    this.joinAisles()
    this.joinCrossings()
  }

  /** The length of the shortest way between two places; Infinity when there is none. */
  between(from: number, to: number): number {
    return this.from(from).length[this.crossings + to] ?? Number.POSITIVE_INFINITY
  }

  /** The shortest ways from a place to all the others, as lengths by place. */
  row(from: number): Float64Array {
    return this.from(from).length.subarray(this.crossings)
  }

  /** The corners of the shortest ways along these places. */
  cornersAlong(order: number[]): [number, number][] {
    const corners: [number, number][] = []
    for (let at = 0; at < order.length; at++) {
      const from = order[Math.max(0, at - 1)] ?? 0
      const { before } = this.from(from)
      const nodes: number[] = []
      for (let node = this.crossings + (order[at] ?? 0); node >= 0; node = before[node] ?? -1)
        nodes.push(node)
      for (const node of nodes.reverse()) {
        const [x, y] = this.pointOf(node)
        addCorner(corners, x, y)
      }
    }
    return corners
  }

  private pointOf(node: number): [number, number] {
    const { hall, places, columns, crossings } = this
    if (node >= crossings) {
      const place = node - crossings
      return [hall.xs[places.aisle[place] ?? 0] ?? 0, places.y[place] ?? 0]
    }
    const column = node % columns.length
    return [hall.xs[columns[column] ?? 0] ?? 0, hall.rows[Math.floor(node / columns.length)] ?? 0]
  }

  private joinAisles() {
    const { hall, places, columns, crossings } = this
    const along: { node: number; y: number }[][] = columns.map((_, column) =>
      hall.rows.map((y, row) => ({ node: row * columns.length + column, y })),
    )
    const columnOf = new Map(columns.map((aisle, column) => [aisle, column]))
    places.y.forEach((y, place) => {
      along[columnOf.get(places.aisle[place] ?? 0) ?? 0]?.push({ node: crossings + place, y })
    })
    along.forEach((nodes, column) => {
      const aisle = columns[column] ?? 0
      nodes.sort((a, b) => a.y - b.y)
      for (let at = 1; at < nodes.length; at++) {
        const [low, high] = [nodes[at - 1], nodes[at]]
        if (!low || !high || !isWalkable(hall, aisle, low.y, high.y)) continue
        const length = high.y - low.y
        // A place on a crossing is the crossing, whatever way the aisle goes.
        this.join(low.node, high.node, length, length < 1e-9 ? 0 : (hall.aisleWay[aisle] ?? 0))
      }
    })
  }

  private joinCrossings() {
    const { hall, columns } = this
    for (let row = 0; row < hall.rows.length; row++)
      for (let column = 0; column + 1 < columns.length; column++) {
        if (hall.cut.has(row * hall.xs.length + (columns[column] ?? 0))) continue
        const node = row * columns.length + column
        const width = (hall.xs[columns[column + 1] ?? 0] ?? 0) - (hall.xs[columns[column] ?? 0] ?? 0)
        this.join(node, node + 1, width, hall.crossWay[row] ?? 0)
      }
  }

  private join(from: number, to: number, length: number, way: number) {
    const forth = this.isReversed ? way <= 0 : way >= 0
    const back = this.isReversed ? way >= 0 : way <= 0
    if (forth) this.step(from, to, length)
    if (back) this.step(to, from, length)
  }

  private step(from: number, to: number, length: number) {
    this.targets[from]?.push(to)
    this.lengths[from]?.push(length)
  }

  /** Dijkstra 1959, once for each place. */
  private from(place: number): { length: Float64Array; before: Int32Array } {
    const known = this.reached.get(place)
    if (known) return known
    const size = this.targets.length
    const length = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
    const before = new Int32Array(size).fill(-1)
    const heap = new NodeHeap(length)
    length[this.crossings + place] = 0
    heap.push(this.crossings + place, 0)
    for (let node = heap.pop(); node >= 0; node = heap.pop()) {
      const targets = this.targets[node] ?? []
      const lengths = this.lengths[node] ?? []
      for (let at = 0; at < targets.length; at++) {
        const to = targets[at] ?? 0
        const total = (length[node] ?? 0) + (lengths[at] ?? 0)
        if (total >= (length[to] ?? 0)) continue
        length[to] = total
        before[to] = node
        heap.push(to, total)
      }
    }
    const found = { length, before }
    this.reached.set(place, found)
    return found
  }
}

class NodeHeap {
  private readonly nodes: number[] = []
  private readonly keys: number[] = []

  constructor(private readonly length: Float64Array) {}

  push(node: number, key: number) {
    let at = this.nodes.length
    while (at > 0) {
      const up = (at - 1) >> 1
      if ((this.keys[up] ?? 0) <= key) break
      this.nodes[at] = this.nodes[up] ?? 0
      this.keys[at] = this.keys[up] ?? 0
      at = up
    }
    this.nodes[at] = node
    this.keys[at] = key
  }

  /** The nearest node that is not settled, or -1. */
  pop(): number {
    while (this.nodes.length > 0) {
      const node = this.nodes[0] ?? -1
      const key = this.keys[0] ?? 0
      this.settle()
      if (key <= (this.length[node] ?? 0)) return node
    }
    return -1
  }

  private settle() {
    const node = this.nodes.pop() ?? 0
    const key = this.keys.pop() ?? 0
    const size = this.nodes.length
    if (size === 0) return
    let at = 0
    for (;;) {
      let down = 2 * at + 1
      if (down >= size) break
      if (down + 1 < size && (this.keys[down + 1] ?? 0) < (this.keys[down] ?? 0)) down++
      if ((this.keys[down] ?? 0) >= key) break
      this.nodes[at] = this.nodes[down] ?? 0
      this.keys[at] = this.keys[down] ?? 0
      at = down
    }
    this.nodes[at] = node
    this.keys[at] = key
  }
}
