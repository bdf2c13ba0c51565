import type { FloorColumns } from '@/lib/floor/map-schema'
import { makeGrid, type SpotGrid } from './spot-grid'

/**
 * The hall as typed arrays, in metres of the drawing: x to the right, y downwards, so that the front is at the bottom. A
 * spot is a piece of floor with the bins of all levels above it.
 */
export type FloorModel = {
  map: FloorColumns
  count: number
  codes: string[]
  indexOf: ReadonlyMap<string, number>
  /** Left, top, width, height of each bin's slice of its spot: level 1 lies next to the aisle. */
  cells: Float32Array
  spotOf: Uint32Array
  aisleOf: Uint16Array
  zoneOf: Uint8Array
  isClosed: Uint8Array
  spots: {
    count: number
    boxes: Float32Array
    /** Where a spot's bins begin in `bins`, lowest level first; one more than there are spots. */
    first: Uint32Array
    bins: Uint32Array
    isClosed: Uint8Array
  }
  grid: SpotGrid
  widthMetres: number
  depthMetres: number
}

/** A hall's columns as they are drawn and searched; 50,000 bins take some 40 ms. */
export function makeFloorModel(map: FloorColumns): FloorModel {
  const { bins } = map
  const count = bins.bin.length
  const zoneAt = new Map(map.zones.map(({ code }, at) => [code, at]))
  const zones = map.aisles.map(({ zone }) => zoneAt.get(zone) ?? 0)
  const spotOf = new Uint32Array(count)
  const members = groupBySpot(map, spotOf)
  const model: FloorModel = {
    map,
    count,
    codes: bins.bin,
    indexOf: new Map(bins.bin.map((code, at) => [code, at])),
    cells: new Float32Array(count * 4),
    spotOf,
    aisleOf: Uint16Array.from(bins.aisle),
    zoneOf: Uint8Array.from(bins.aisle, (aisle) => zones[aisle] ?? 0),
    isClosed: Uint8Array.from(bins.state, (state) => (state === 'closed' ? 1 : 0)),
    spots: {
      count: members.length,
      boxes: new Float32Array(members.length * 4),
      first: new Uint32Array(members.length + 1),
      bins: new Uint32Array(count),
      isClosed: new Uint8Array(members.length),
    },
    grid: { cellMetres: 1, columns: 0, rows: 0, first: new Uint32Array(1), spots: new Uint32Array(0) },
    widthMetres: map.widthMetres,
    depthMetres: map.depthMetres,
  }
  let at = 0
  for (const [spot, of] of members.entries()) at = placeSpot(model, spot, of, at)
  model.spots.first[members.length] = at
  model.grid = makeGrid(model.spots.boxes, map.widthMetres, map.depthMetres)
  return model
}

function groupBySpot({ bins }: FloorColumns, spotOf: Uint32Array): number[][] {
  const spotAt = new Map<number, number>()
  const members: number[][] = []
  for (let bin = 0; bin < bins.bin.length; bin++) {
    // Two decimals tell places apart.
    const place =
      Math.round((bins.xMetres[bin] ?? 0) * 100) * 1e7 + Math.round((bins.yMetres[bin] ?? 0) * 100)
    let spot = spotAt.get(place)
    if (spot === undefined) {
      spot = members.push([]) - 1
      spotAt.set(place, spot)
    }
    members[spot]?.push(bin)
    spotOf[bin] = spot
  }
  return members
}

function placeSpot(model: FloorModel, spot: number, members: number[], from: number): number {
  const { bins } = model.map
  members.sort((one, other) => (bins.level[one] ?? 0) - (bins.level[other] ?? 0))
  const [lowest = 0] = members
  const depth = Math.max(...members.map((bin) => bins.depthMetres[bin] ?? 0))
  const width = Math.max(...members.map((bin) => bins.widthMetres[bin] ?? 0))
  const left = (bins.xMetres[lowest] ?? 0) - depth / 2
  const top = model.depthMetres - (bins.yMetres[lowest] ?? 0) - width / 2
  model.spots.boxes.set([left, top, depth, width], spot * 4)
  model.spots.first[spot] = from
  model.spots.isClosed[spot] = members.every((bin) => model.isClosed[bin]) ? 1 : 0
  const slice = depth / members.length
  for (const [n, bin] of members.entries()) {
    const place = bins.side[bin] === 'L' ? members.length - 1 - n : n
    model.cells.set([left + place * slice, top, slice, width], bin * 4)
    model.spots.bins[from + n] = bin
  }
  return from + members.length
}

/** The bins above a piece of floor, lowest first. */
export const binsOfSpot = ({ spots }: FloorModel, spot: number): Uint32Array =>
  spots.bins.subarray(spots.first[spot], spots.first[spot + 1])

/** The middle of a bin's spot in the drawing. */
export function centreOf({ spots, spotOf }: FloorModel, bin: number): { x: number; y: number } {
  const at = (spotOf[bin] ?? 0) * 4
  const [x = 0, y = 0, w = 0, h = 0] = spots.boxes.subarray(at, at + 4)
  return { x: x + w / 2, y: y + h / 2 }
}
