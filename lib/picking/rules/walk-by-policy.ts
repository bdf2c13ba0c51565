import type { RouteCase, RoutePlace, RouteVisit } from '../schema'
import { routeLength } from './plan-route'

/** The rules of thumb that a route is compared with. */
export type Policy = 's-shape' | 'largest-gap' | 'bin-order'

/** The visits of a route by aisle piece: [aisle][block] -> depths, each block the stretch between two cross aisles. */
type Pieces = { aisles: number[]; depths: Map<string, number[]>; blocks: number[] }

/**
 * How far a picker walks who makes these picks by a rule of thumb, the bins being given: 's-shape' and 'largest-gap' for
 * any number of blocks as Roodbergen and de Koster (2001) define them, 'bin-order' by the names of the bins. Infinity when
 * something blocked or one-way stands against the rule.
 */
export function policyLength(policy: Policy, routeCase: RouteCase, visits: RouteVisit[]): number {
  const options = new Map(
    routeCase.stops.flatMap(({ id, options }) =>
      options.map((option) => [`${id}\n${option.bin}`, option] as const),
    ),
  )
  const picks = visits.flatMap(({ stop, bin }) => options.get(`${stop}\n${bin}`) ?? [])
  if (picks.length === 0) return routeLength(routeCase, [])
  if (policy === 'bin-order')
    return routeLength(
      routeCase,
      [...picks].sort((a, b) => (a.bin < b.bin ? -1 : a.bin > b.bin ? 1 : 0)),
    )
  return routeLength(routeCase, corridorWalk(policy, routeCase, picks))
}

/** The places that the rule leads along, entries and exits of aisles among them. */
function corridorWalk(
  policy: 's-shape' | 'largest-gap',
  { layout, start }: RouteCase,
  picks: RoutePlace[],
): RoutePlace[] {
  const { crossY } = layout
  const low = crossY[0] ?? 0
  const high = crossY.at(-1) ?? 0
  // Depths as seen from where the picker starts: the front is the end of the hall nearer to it.
  const isMirrored = Math.abs(start.y - high) < Math.abs(start.y - low)
  const seen = (y: number) => (isMirrored ? high - y : y - low)
  const rows = crossY.map(seen).sort((a, b) => a - b)
  const walk: { aisle: number; depth: number }[] = []
  const to = (aisle: number, depth: number) => void walk.push({ aisle, depth })
  const pieces = piecesOf(
    rows,
    picks.map(({ aisle, y }) => ({ aisle, depth: seen(y) })),
  )
  const farthest = Math.max(...pieces.blocks)
  const leftmost = Math.min(...pieces.aisles)
  if (farthest > 0) to(leftmost, rows[0] ?? 0)
  for (let block = 0; block < farthest; block++) {
    takeAll(to, pieces, leftmost, block, true)
    pieces.depths.delete(`${leftmost} ${block}`)
  }
  if (farthest > 0) to(leftmost, rows[farthest] ?? 0)
  for (let block = farthest; block >= 0; block--) {
    const aisles = pieces.aisles
      .filter((aisle) => pieces.depths.has(`${aisle} ${block}`))
      .sort((a, b) => a - b)
    if (aisles.length === 0) {
      to(walk.at(-1)?.aisle ?? leftmost, rows[block] ?? 0)
      continue
    }
    const here = walk.at(-1)?.aisle ?? leftmost
    const isLeftFirst = block === farthest || here - (aisles[0] ?? 0) <= (aisles.at(-1) ?? 0) - here
    const corridor = {
      pieces,
      block,
      aisles: isLeftFirst ? aisles : aisles.reverse(),
      front: rows[block] ?? 0,
      back: rows[block + 1] ?? rows[block] ?? 0,
    }
    if (policy === 's-shape') walkInS(to, corridor, block === farthest)
    else walkRoundGaps(to, corridor, block === farthest, farthest === 0 ? start.aisle : -1)
  }
  return walk.map(({ aisle, depth }) => ({ aisle, y: isMirrored ? high - depth : depth + low }))
}

function piecesOf(rows: number[], picks: { aisle: number; depth: number }[]): Pieces {
  const depths = new Map<string, number[]>()
  const blocks = new Set<number>()
  for (const { aisle, depth } of picks) {
    let block = 0
    while (block + 2 < rows.length && depth >= (rows[block + 1] ?? 0)) block++
    blocks.add(block)
    const key = `${aisle} ${block}`
    depths.set(
      key,
      [...(depths.get(key) ?? []), depth].sort((a, b) => a - b),
    )
  }
  return { aisles: [...new Set(picks.map((pick) => pick.aisle))], depths, blocks: [...blocks] }
}

type To = (aisle: number, depth: number) => void
type Corridor = { pieces: Pieces; block: number; aisles: number[]; front: number; back: number }

function takeAll(to: To, { depths }: Pieces, aisle: number, block: number, isUp: boolean) {
  const all = depths.get(`${aisle} ${block}`) ?? []
  for (const depth of isUp ? all : [...all].reverse()) to(aisle, depth)
}

/** Every aisle right through, by turns up and down; out again at the front. */
function walkInS(to: To, { pieces, block, aisles, front, back }: Corridor, isFromFront: boolean) {
  let isAtFront = isFromFront
  aisles.forEach((aisle, at) => {
    const isLast = at === aisles.length - 1
    to(aisle, isAtFront ? front : back)
    takeAll(to, pieces, aisle, block, isAtFront)
    isAtFront = isLast || !isAtFront
    to(aisle, isAtFront ? front : back)
  })
}

/**
 * The first and last aisle right through, the others from both sides as far as their largest gap; from the front on the
 * way out where they lie before `home`, else on the way back.
 */
function walkRoundGaps(to: To, corridor: Corridor, isFromFront: boolean, home: number) {
  const { pieces, block, aisles, front, back } = corridor
  if (aisles.length === 1) return walkInS(to, corridor, isFromFront)
  const first = isFromFront ? aisles[0] : undefined
  const last = aisles.at(-1) ?? 0
  const middle = aisles.slice(first === undefined ? 0 : 1, -1).map((aisle) => ({
    aisle,
    ...split(pieces.depths.get(`${aisle} ${block}`) ?? [], front, back),
  }))
  const takeNear = (halves: { aisle: number; near: number[] }[]) => {
    for (const { aisle, near } of halves.reverse()) {
      if (near.length === 0) continue
      to(aisle, front)
      for (const depth of near) to(aisle, depth)
      to(aisle, front)
    }
  }
  if (first !== undefined) {
    takeNear(middle.filter(({ aisle }) => aisle < home))
    to(first, front)
    takeAll(to, pieces, first, block, true)
    to(first, back)
  }
  for (const { aisle, far } of middle) {
    if (far.length === 0) continue
    to(aisle, back)
    for (const depth of [...far].reverse()) to(aisle, depth)
    to(aisle, back)
  }
  to(last, back)
  takeAll(to, pieces, last, block, false)
  to(last, front)
  takeNear(middle.filter(({ aisle }) => first === undefined || aisle >= home))
}

/** The picks in front of the largest gap of an aisle and those behind it. */
function split(depths: number[], front: number, back: number): { near: number[]; far: number[] } {
  const all = [front, ...depths, back]
  let widest = 0
  for (let at = 1; at + 1 < all.length; at++)
    if ((all[at + 1] ?? 0) - (all[at] ?? 0) > (all[widest + 1] ?? 0) - (all[widest] ?? 0)) widest = at
  return { near: depths.slice(0, widest), far: depths.slice(widest) }
}
