import type { Layout, LayoutAisle, LayoutBin, LayoutBlock } from '../schema'
import { overlappingBins } from './overlapping-bins'

/** What is wrong, and where in the layout. */
export type LayoutFault = { path: (string | number)[]; detail: string }

/** Codes that the house itself uses for what is not on the floor. */
const RESERVED = new Set(['DOCK', 'UNPLACED'])
const MOST_OVERLAPS = 200
const TOLERANCE_METRES = 0.001

/** Why a hall cannot be as a layout says, beyond what its schema says; empty when it can. */
export function checkLayout(layout: Layout): LayoutFault[] {
  const aisles = new Map(layout.aisles.map((aisle) => [aisle.code, aisle]))
  return [
    ...hallFaults(layout),
    ...twice(layout.zones, 'zones', 'zone'),
    ...twice(layout.aisles, 'aisles', 'aisle'),
    ...twice(layout.bins, 'bins', 'bin'),
    ...twice(layout.stations, 'stations', 'station'),
    ...aisleFaults(layout),
    ...layout.bins.flatMap((bin, at) =>
      binFaults(bin, aisles.get(bin.aisle), layout).map((detail) => ({ path: ['bins', at], detail })),
    ),
    ...overlapFaults(layout),
    ...stationFaults(layout),
    ...(layout.blocks ?? []).flatMap((block, at) => {
      const detail = blockFault(block, layout)
      return detail === null ? [] : [{ path: ['blocks', at], detail }]
    }),
  ]
}

function overlapFaults({ bins }: Layout): LayoutFault[] {
  return overlappingBins(bins, MOST_OVERLAPS).flatMap(([first, second]) => {
    const [one, other] = [bins[first]?.code, bins[second]?.code]
    // One bin that is there twice was named already.
    return one === other ? [] : [{ path: ['bins', second], detail: `bin ${other} overlaps bin ${one}` }]
  })
}

function hallFaults({ crossYMetres, depthMetres, aisles }: Layout): LayoutFault[] {
  const path = ['crossYMetres']
  if (crossYMetres.length < 2) {
    const [aisle] = aisles
    const detail = `${aisle ? `aisle ${aisle.code}` : 'an aisle'} needs a cross aisle at both ends: give two or more`
    return [{ path, detail }]
  }
  return crossYMetres.flatMap((y, row) => {
    if (y > depthMetres)
      return [{ path: [...path, row], detail: `lies behind the hall, which is ${depthMetres} m deep` }]
    const before = crossYMetres[row - 1]
    return before !== undefined && y <= before
      ? [{ path: [...path, row], detail: `does not lie behind the cross aisle at ${before} m` }]
      : []
  })
}

function twice(items: readonly { code: string }[], list: string, word: string): LayoutFault[] {
  const firsts = new Map<string, number>()
  return items.flatMap(({ code }, at) => {
    if (!firsts.has(code)) {
      firsts.set(code, at)
      return []
    }
    return [{ path: [list, at, 'code'], detail: `${word} ${code} is there twice` }]
  })
}

function aisleFaults({ aisles, zones, widthMetres }: Layout): LayoutFault[] {
  const known = new Set(zones.map(({ code }) => code))
  const atX = new Map<number, string>()
  return aisles.flatMap(({ code, zone, xMetres }, at) => {
    const other = atX.get(xMetres)
    atX.set(xMetres, code)
    return [
      ...(known.has(zone)
        ? []
        : [{ path: ['aisles', at, 'zone'], detail: `aisle ${code}: there is no zone ${zone}` }]),
      ...(xMetres > widthMetres
        ? [
            {
              path: ['aisles', at, 'xMetres'],
              detail: `aisle ${code} lies off the hall, which is ${widthMetres} m wide`,
            },
          ]
        : []),
      ...(other !== undefined && other !== code
        ? [{ path: ['aisles', at, 'xMetres'], detail: `aisle ${code} lies where aisle ${other} lies` }]
        : []),
    ]
  })
}

function binFaults(bin: LayoutBin, aisle: LayoutAisle | undefined, hall: Layout): string[] {
  const { code, xMetres, yMetres, widthMetres, depthMetres, side } = bin
  if (RESERVED.has(code)) return [`${code} is no bin on the floor`]
  if (!aisle) return [`bin ${code}: there is no aisle ${bin.aisle}`]
  const [front = 0, back = 0] = [hall.crossYMetres.at(0), hall.crossYMetres.at(-1)]
  return [
    ...(yMetres < front || yMetres > back
      ? [
          `bin ${code} at y ${yMetres} lies outside its aisle ${aisle.code}, which runs from ${front} m to ${back} m`,
        ]
      : []),
    ...((side === 'L' && xMetres >= aisle.xMetres) || (side === 'R' && xMetres <= aisle.xMetres)
      ? [
          `bin ${code} at x ${xMetres} does not lie ${side === 'L' ? 'left' : 'right'} of its aisle ${aisle.code} at ${aisle.xMetres} m`,
        ]
      : []),
    ...(isWithin(xMetres, depthMetres, hall.widthMetres) && isWithin(yMetres, widthMetres, hall.depthMetres)
      ? []
      : [`bin ${code} reaches off the hall of ${hall.widthMetres} x ${hall.depthMetres} m`]),
  ]
}

const isWithin = (middle: number, size: number, end: number): boolean =>
  middle - size / 2 >= -TOLERANCE_METRES && middle + size / 2 <= end + TOLERANCE_METRES

function stationFaults({ stations, widthMetres, depthMetres }: Layout): LayoutFault[] {
  const off = stations.flatMap(({ code, xMetres, yMetres }, at) =>
    xMetres > widthMetres || yMetres > depthMetres
      ? [
          {
            path: ['stations', at],
            detail: `station ${code} lies off the hall of ${widthMetres} x ${depthMetres} m`,
          },
        ]
      : [],
  )
  const isMissing = !stations.some(({ kind }) => kind === 'depot')
  return isMissing ? [...off, { path: ['stations'], detail: 'no depot: tours need a place to start' }] : off
}

/** Why a stretch cannot be blocked in a hall; null when it can. */
export function blockFault(
  { aisle, crossRow, fromYMetres, toYMetres }: Omit<LayoutBlock, 'reason'>,
  { aisles, crossYMetres }: Pick<Layout, 'aisles' | 'crossYMetres'>,
): string | null {
  const blocked = aisles.find(({ code }) => code === aisle)
  if (!blocked) return `there is no aisle ${aisle}`
  if (crossRow !== undefined) {
    if (fromYMetres !== undefined || toYMetres !== undefined) return 'a piece of a cross aisle has no depths'
    if (crossRow >= crossYMetres.length)
      return `there is no cross aisle ${crossRow}: they count from 0 at the front`
    const isLast = !aisles.some(({ xMetres }) => xMetres > blocked.xMetres)
    return isLast ? `aisle ${aisle} is the last one: no piece of a cross aisle lies to its right` : null
  }
  const [front = 0, back = 0] = [crossYMetres.at(0), crossYMetres.at(-1)]
  const [from, to] = [fromYMetres ?? front, toYMetres ?? back]
  if (from >= to) return 'the stretch ends before it begins'
  return from < front || to > back
    ? `the stretch lies outside aisle ${aisle}, which runs from ${front} m to ${back} m`
    : null
}
