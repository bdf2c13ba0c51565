import type { Sorter } from '@/lib/conveyor/topology-schema'

export type Point = { x: number; y: number }
export type DrawnLane = {
  id: string
  /** Among the sorter's lanes, for its mark; null is the lane of the exceptions. */
  place: number | null
  from: Point
  to: Point
  /** Which way it leaves the belt: up or left, down or right. */
  side: -1 | 1
}
export type Drawing = {
  sorter: Sorter
  width: number
  height: number
  /** The belt runs down the screen, as on a phone. */
  isTall: boolean
  /** Pixels a metre of belt; lanes are not to scale. */
  scale: number
  /** Where a place of the belt lies, in metres from the induct. */
  at: (metres: number) => Point
  lanes: DrawnLane[]
  scanners: { id: string; at: Point; side: -1 | 1 }[]
}

const MARGIN = 30
/** Room for a lane's card, along the belt and across it. */
const CARD = { wide: { along: 104, across: 72 }, tall: { along: 66, across: 108 } }
const LANE_PX = 54
/** Half of how far apart the two sides of a loop are. */
const RADIUS = { wide: 46, tall: 34 }
const LEAST_ALONG = 240

/** Draws a sorter's belt to scale into a width; what stands across it is as wide as it must be to be read. */
export function layOutSorter(sorter: Sorter, width: number, isTall: boolean): Drawing {
  const card = CARD[isTall ? 'tall' : 'wide']
  const radius = sorter.loop ? RADIUS[isTall ? 'tall' : 'wide'] : 0
  const perSide = sorter.loop ? Math.ceil(sorter.lanes.length / 2) : sorter.lanes.length
  const along = isTall
    ? Math.max(LEAST_ALONG, perSide * card.along)
    : Math.max(LEAST_ALONG, width - 2 * (MARGIN + radius))
  const reach = isTall ? 0 : LANE_PX + card.across
  const middle = isTall
    ? sorter.loop
      ? width / 2
      : MARGIN + 20
    : sorter.loop
      ? reach + radius + 4
      : MARGIN + 14
  const edge = { low: isTall ? card.across : card.across - 2, high: 0 }
  const depth = isTall ? width : sorter.loop ? 2 * middle : middle + reach
  edge.high = depth - edge.low
  const track = sorter.loop
    ? loopTrack(along, radius, MARGIN + radius, middle, sorter.lengthMetres)
    : lineTrack(along, MARGIN, middle, sorter.lengthMetres)
  const turn = ({ u, v }: Flat): Point => (isTall ? { x: v, y: u } : { x: u, y: v })
  const length = along + 2 * (MARGIN + radius)
  const lanes = sideBySide(sorter, track, card.along, length).map(({ id, place, from, u, side }) => ({
    ...{ id, place, side, from: turn(from) },
    to: turn({ u, v: side < 0 ? edge.low : edge.high }),
  }))
  return {
    ...{ sorter, isTall, lanes, scale: track.scale },
    width: isTall ? width : Math.max(width, length),
    height: isTall ? length : depth,
    at: (metres) => turn(track.at(metres)),
    scanners: sorter.scanners.map(({ id, atMetres }) => ({
      ...{ id, at: turn(track.at(atMetres)) },
      // Beside a line, within a loop: there are no lanes.
      side: track.sideOf(atMetres) < 0 ? 1 : -1,
    })),
  }
}

/** Along the belt, and across it. */
type Flat = { u: number; v: number }
type Track = { scale: number; at: (metres: number) => Flat; sideOf: (metres: number) => -1 | 1 }

function lineTrack(along: number, start: number, middle: number, lengthMetres: number): Track {
  const scale = along / lengthMetres
  return { scale, at: (metres) => ({ u: start + metres * scale, v: middle }), sideOf: () => 1 }
}

/** Two straights and two half circles, once around from the upper left. */
function loopTrack(
  along: number,
  radius: number,
  start: number,
  middle: number,
  lengthMetres: number,
): Track {
  const half = along + Math.PI * radius
  const scale = (2 * half) / lengthMetres
  const wayOf = (metres: number) => (((metres % lengthMetres) + lengthMetres) % lengthMetres) * scale
  const at = (metres: number): Flat => {
    const way = wayOf(metres)
    const isBack = way >= half
    const here = isBack ? way - half : way
    const turn = Math.max(0, here - along) / radius
    const u = Math.min(here, along) + radius * Math.sin(turn)
    const v = -radius * Math.cos(turn)
    return isBack ? { u: start + along - u, v: middle - v } : { u: start + u, v: middle + v }
  }
  return { scale, at, sideOf: (metres) => (at(metres).v < middle ? -1 : 1) }
}

function sideBySide(sorter: Sorter, track: Track, gap: number, length: number) {
  const drawn = sorter.lanes.map(({ id, atMetres }, place) => {
    const from = track.at(atMetres)
    const isException = id === sorter.exceptionLane
    return { id, place: isException ? null : place, from, u: from.u, side: track.sideOf(atMetres) }
  })
  for (const side of [-1, 1]) {
    const these = drawn.filter((lane) => lane.side === side)
    const places = spread(
      these.map(({ u }) => u),
      gap,
      gap / 2,
      length - gap / 2,
    )
    for (const [at, lane] of these.entries()) lane.u = places[at] ?? lane.u
  }
  return drawn
}

/** As near to where they are wanted as they can be while `gap` apart, in their order; what does not fit stays dense. */
export function spread(wanted: readonly number[], gap: number, least: number, most: number): number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))
  const apart = Math.min(gap, (most - least) / Math.max(1, wanted.length - 1))
  const placed = [...wanted]
  let free = least
  for (const at of order) {
    placed[at] = Math.max(placed[at] ?? 0, free)
    free = (placed[at] ?? 0) + apart
  }
  let limit = most
  for (const at of order.reverse()) {
    placed[at] = Math.min(placed[at] ?? 0, limit)
    limit = (placed[at] ?? 0) - apart
  }
  return placed
}
