import type { Pick } from './picks-of'
import type { Ways } from './search-order'

/**
 * No walk over these places is shorter, whatever the directions: every place must be left once and come to once
 * (assignment bound; Kuhn 1955, in the form of Jonker and Volgenant 1987). One place a pick.
 */
export function assignmentBound(places: number[], ways: Ways, start: number, end: number): number {
  const from = [start, ...places]
  const to = [...places, end]
  const count = from.length
  const cost = from.map((a, row) =>
    to.map((b, column) => (column === row - 1 ? Number.POSITIVE_INFINITY : ways.between(a, b))),
  )
  // Straight home is no way for a walk with something to pick.
  if (count > 1) (cost[0] as number[])[count - 1] = Number.POSITIVE_INFINITY
  const rowPrice = new Float64Array(count + 1)
  const columnPrice = new Float64Array(count + 1)
  const match = new Int32Array(count + 1)
  for (let row = 1; row <= count; row++) {
    const before = new Int32Array(count + 1)
    const slack = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY)
    const isUsed = new Uint8Array(count + 1)
    let column = 0
    match[0] = row
    do {
      isUsed[column] = 1
      const own = match[column] as number
      let least = Number.POSITIVE_INFINITY
      let next = 0
      for (let one = 1; one <= count; one++) {
        if (isUsed[one]) continue
        const reduced =
          ((cost[own - 1] as number[])[one - 1] as number) -
          (rowPrice[own] as number) -
          (columnPrice[one] as number)
        if (reduced < (slack[one] as number)) {
          slack[one] = reduced
          before[one] = column
        }
        if ((slack[one] as number) < least) {
          least = slack[one] as number
          next = one
        }
      }
      if (least === Number.POSITIVE_INFINITY) return least
      for (let one = 0; one <= count; one++)
        if (isUsed[one]) {
          rowPrice[match[one] as number] = (rowPrice[match[one] as number] as number) + least
          columnPrice[one] = (columnPrice[one] as number) - least
        } else slack[one] = (slack[one] as number) - least
      column = next
    } while (match[column] !== 0)
    while (column !== 0) {
      const earlier = before[column] as number
      match[column] = match[earlier] as number
      column = earlier
    }
  }
  return -(columnPrice[0] as number)
}

const PRICINGS = 120

/**
 * No walk over these places is shorter where both directions are as long: a tree and one edge more, places priced so
 * that each has two edges (Held and Karp 1970, 1971). The end leads back to the start for nothing.
 */
export function oneTreeBound(
  places: number[],
  ways: Ways,
  start: number,
  end: number,
  target: number,
): number {
  const nodes = start === end ? [start, ...places] : [start, ...places, end]
  const count = nodes.length
  if (count < 3) return 0
  const isLink = (a: number, b: number) =>
    start !== end && Math.min(a, b) === 0 && Math.max(a, b) === count - 1
  // The link of the ends must be taken: it costs less than any way could give back.
  const reward = start === end ? 0 : 4 * target + 1
  const length = nodes.map((a, i) => nodes.map((b, j) => (isLink(i, j) ? -reward : ways.between(a, b))))
  const price = new Float64Array(count)
  let best = 0
  let scale = 1
  for (let pricing = 0; pricing < PRICINGS; pricing++) {
    const { total, degree } = oneTree(length, price)
    const bound = total + reward - 2 * price.reduce((sum, one) => sum + one, 0)
    if (bound > best) best = bound
    else scale *= 0.96
    let norm = 0
    for (let node = 0; node < count; node++) norm += ((degree[node] as number) - 2) ** 2
    if (norm === 0) break
    const stride = (scale * Math.max(target - bound, 1e-6)) / norm
    for (let node = 0; node < count; node++)
      price[node] = (price[node] as number) + stride * ((degree[node] as number) - 2)
  }
  return Math.min(best, target)
}

/** The shortest tree over all nodes but the first, and the two shortest edges of the first. */
function oneTree(length: number[][], price: Float64Array): { total: number; degree: Int32Array } {
  const count = price.length
  const priced = (a: number, b: number) =>
    ((length[a] as number[])[b] as number) + (price[a] as number) + (price[b] as number)
  const degree = new Int32Array(count)
  const near = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  const by = new Int32Array(count).fill(1)
  const isIn = new Uint8Array(count)
  let total = 0
  near[1] = 0
  for (let added = 1; added < count; added++) {
    let node = -1
    for (let one = 1; one < count; one++)
      if (!isIn[one] && (node < 0 || (near[one] as number) < (near[node] as number))) node = one
    isIn[node] = 1
    if (added > 1) {
      total += near[node] as number
      degree[node] = (degree[node] as number) + 1
      degree[by[node] as number] = (degree[by[node] as number] as number) + 1
    }
    for (let one = 1; one < count; one++) {
      const reach = priced(node, one)
      if (isIn[one] || reach >= (near[one] as number)) continue
      near[one] = reach
      by[one] = node
    }
  }
  const own = Array.from({ length: count - 1 }, (_, at) => at + 1).sort((a, b) => priced(0, a) - priced(0, b))
  for (const node of own.slice(0, 2)) {
    total += priced(0, node)
    degree[node] = (degree[node] as number) + 1
  }
  degree[0] = 2
  return { total, degree }
}

/** No walk is shorter than to its farthest pick and on to the end. */
export function farthestBound(picks: Pick[], ways: Ways, start: number, end: number): number {
  let most = ways.between(start, end)
  for (const { places } of picks)
    most = Math.max(
      most,
      Math.min(...places.map((place) => ways.between(start, place) + ways.between(place, end))),
    )
  return most
}
