import type { RoutePlace } from '../schema'
import { type Hall, isSame } from './route-network'

/** The distinct places of a case, each named by its position here. */
export type Places = {
  aisle: number[]
  y: number[]
  start: number
  end: number
}

/** Collects places, each once: the same aisle and depth is the same place. */
export class PlaceBook {
  readonly aisle: number[] = []
  readonly y: number[] = []
  private readonly ids = new Map<string, number>()

  idOf(place: RoutePlace): number {
    const key = `${place.aisle} ${Math.round(place.y * 1e8)}`
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const id = this.aisle.length
    this.ids.set(key, id)
    this.aisle.push(place.aisle)
    this.y.push(place.y)
    return id
  }
}

/** The part of a hall that a walk over some places can need: columns are aisles, rows are cross aisles. */
export type Grid = {
  hall: Hall
  places: Places
  columns: number[]
  rows: number[]
  /** The hall's row that the first one here is. */
  firstRow: number
  /** By column * rows + row: the place on the crossing, or -1. */
  onCrossing: Int32Array
  /** By column * (rows - 1) + row: the places between this row and the next, by growing depth. */
  between: number[][]
}

/**
 * The grid for the places that are wanted. In an open hall only aisles with such places and the cross aisles around
 * them matter: a shortest way between two places needs no third aisle. When something is blocked, all are kept.
 */
export function gridOf(hall: Hall, places: Places, wanted: number[]): Grid {
  const sorted = [...wanted].sort(
    (a, b) => (places.aisle[a] ?? 0) - (places.aisle[b] ?? 0) || (places.y[a] ?? 0) - (places.y[b] ?? 0),
  )
  const { firstRow, rows } = rowsAround(hall, places, sorted)
  const columns: number[] = []
  if (hall.isOpen) {
    for (const place of sorted) {
      const aisle = places.aisle[place] ?? 0
      if (columns.at(-1) !== aisle) columns.push(aisle)
    }
  } else for (let aisle = 0; aisle < hall.xs.length; aisle++) columns.push(aisle)
  const onCrossing = new Int32Array(columns.length * rows.length).fill(-1)
  const between: number[][] = Array.from({ length: columns.length * (rows.length - 1) }, () => [])
  let column = 0
  let row = 0
  for (const place of sorted) {
    const y = places.y[place] ?? 0
    while (columns[column] !== places.aisle[place]) {
      column++
      row = 0
    }
    while (row < rows.length - 1 && (rows[row + 1] ?? 0) <= y + 1e-9) row++
    if (isSame(rows[row] ?? Number.NaN, y)) onCrossing[column * rows.length + row] = place
    else between[column * (rows.length - 1) + row]?.push(place)
  }
  return { hall, places, columns, rows, firstRow, onCrossing, between }
}

function rowsAround(hall: Hall, places: Places, sorted: number[]): { firstRow: number; rows: number[] } {
  if (!hall.isOpen) return { firstRow: 0, rows: hall.rows }
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const place of sorted) {
    const y = places.y[place] ?? 0
    if (y < least) least = y
    if (y > most) most = y
  }
  let first = 0
  while (first < hall.rows.length - 1 && (hall.rows[first + 1] ?? 0) <= least + 1e-9) first++
  let last = hall.rows.length - 1
  while (last > first && (hall.rows[last - 1] ?? 0) >= most - 1e-9) last--
  return { firstRow: first, rows: hall.rows.slice(first, last + 1) }
}
