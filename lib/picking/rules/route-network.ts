import type { RouteLayout, RoutePlace } from '../schema'

const SAME = 1e-9

/** Whether two lengths are the same but for rounding. */
export const isSame = (a: number, b: number): boolean => Math.abs(a - b) < SAME

/** A hall as a network: rows are cross aisles, columns are aisles; lengths in the layout's unit. */
export type Hall = {
  xs: number[]
  rows: number[]
  /** By aisle: open stretches [from, to] that cannot be walked. */
  gone: [number, number][][]
  /** Cross pieces that cannot be walked, as row * aisles + aisle. */
  cut: Set<number>
  aisleWay: number[]
  crossWay: number[]
  /** Nothing is blocked: aisles without stops can be left out. */
  isOpen: boolean
  isOneWay: boolean
}

/** The hall of a layout; places beyond the last cross aisle lie in dead ends, which are rows that nobody can walk along. */
export function hallOf(layout: RouteLayout, places: Iterable<RoutePlace>): Hall {
  const { aisleX: xs, crossY, blocked, oneWay } = layout
  const rows = [...crossY]
  const cut = new Set(blocked.cross.map(([row, aisle]) => row * xs.length + aisle))
  let least = rows[0] ?? 0
  let most = rows.at(-1) ?? 0
  for (const { y } of places) {
    least = Math.min(least, y)
    most = Math.max(most, y)
  }
  const crossWay = rows.map((_, row) => oneWay.cross[row] ?? 0)
  const deadEnd = (row: number) => xs.forEach((_, aisle) => void cut.add(row * xs.length + aisle))
  if (least < (rows[0] ?? 0) - SAME) {
    const moved = [...cut].map((piece) => piece + xs.length)
    cut.clear()
    for (const piece of moved) cut.add(piece)
    rows.unshift(least)
    crossWay.unshift(0)
    deadEnd(0)
  }
  if (most > (rows.at(-1) ?? 0) + SAME) {
    rows.push(most)
    crossWay.push(0)
    deadEnd(rows.length - 1)
  }
  const gone: [number, number][][] = xs.map(() => [])
  for (const [aisle, from, to] of blocked.aisle)
    if (!isSame(from, to)) gone[aisle]?.push([Math.min(from, to), Math.max(from, to)])
  const aisleWay = xs.map((_, aisle) => oneWay.aisle[aisle] ?? 0)
  const isOneWay = aisleWay.some((way) => way !== 0) || crossWay.some((way) => way !== 0)
  return {
    xs,
    rows,
    gone,
    cut,
    aisleWay,
    crossWay,
    isOpen: cut.size === 0 && blocked.aisle.length === 0,
    isOneWay,
  }
}

/** Whether the stretch between two depths of an aisle can be walked. */
export function isWalkable(hall: Hall, aisle: number, from: number, to: number): boolean {
  // Whoever stands in a blocked stretch stands there still.
  if (to - from < SAME) return true
  for (const [low, high] of hall.gone[aisle] ?? []) if (low < to - SAME && high > from + SAME) return false
  return true
}

/** The row at this depth, or -1. */
export function rowAt(hall: { rows: number[] }, y: number): number {
  for (let row = 0; row < hall.rows.length; row++) if (isSame(hall.rows[row] ?? Number.NaN, y)) return row
  return -1
}
