import { findBlocks, findLanes } from '@/lib/floor/queries'
import { statement } from '@/lib/platform/db'
import { type WalkingHall, walkingGraph } from './rules/walking-graph'
import type { RoutePlace } from './schema'

export type Station = { code: string; xMetres: number; yMetres: number }
export type BinPlace = { aisle: string; xMetres: number; yMetres: number }

/** A hall to walk in: its graph, where tours start and end, and where a bin or a person is on it. */
export type TourHall = {
  planVersion: number
  layout: WalkingHall['layout']
  start: Station
  end: Station
  placeOfStation(station: Station): RoutePlace
  /** What does not lie on the floor is fetched where tours start. */
  placeOfBin(bin: BinPlace): RoutePlace
  /** Where somebody stands who was last seen at this point. */
  placeAt(point: { xMetres: number; yMetres: number }): RoutePlace
}

type StationRow = Station & { kind: 'depot' | 'pack' | 'dock' }

/** The hall of a site as it is now. A site without a plan has one cross aisle in front of its aisles. */
export async function readHall(site: string): Promise<TourHall> {
  const [{ version, crossYMetres, aisles }, blocks, stations] = await Promise.all([
    findLanes(site),
    findBlocks(site),
    statement<StationRow>(
      'stations-of-site',
      'SELECT code, kind, x_metres AS "xMetres", y_metres AS "yMetres" FROM station WHERE site_id = $1 ORDER BY id',
      [site],
    ),
  ])
  const graph = walkingGraph({
    crossYMetres: crossYMetres.length > 0 ? crossYMetres : [0],
    aisles: aisles.length > 0 ? aisles : [{ code: '-', xMetres: 0, direction: 'both' }],
    blocks: blocks.map(({ aisle, crossRow = null, fromYMetres = null, toYMetres = null }) => ({
      ...{ aisle, crossRow, fromYMetres, toYMetres },
    })),
  })
  const { aisleX, crossY } = graph.layout
  const front = { code: 'start', xMetres: aisleX[0] ?? 0, yMetres: crossY[0] ?? 0 }
  const start =
    stations.find(({ kind }) => kind === 'depot') ?? stations.find(({ kind }) => kind === 'pack') ?? front
  const end = nearest(
    stations.filter(({ kind }) => kind === 'pack'),
    start,
  )
  return {
    planVersion: version,
    layout: graph.layout,
    start: stationOf(start),
    end: stationOf(end ?? start),
    placeOfStation: graph.placeOfStation,
    placeOfBin: (bin) => graph.placeOfBin(bin) ?? graph.placeOfStation(start),
    placeAt: ({ xMetres, yMetres }) => ({
      aisle: aisleX.reduce(
        (best, x, at) => (Math.abs(x - xMetres) < Math.abs((aisleX[best] ?? 0) - xMetres) ? at : best),
        0,
      ),
      y: yMetres,
    }),
  }
}

const stationOf = ({ code, xMetres, yMetres }: Station): Station => ({ code, xMetres, yMetres })

const nearest = (stations: StationRow[], to: Station): StationRow | undefined =>
  stations.toSorted((a, b) => distance(a, to) - distance(b, to))[0]

const distance = (a: Station, b: Station): number =>
  Math.abs(a.xMetres - b.xMetres) + Math.abs(a.yMetres - b.yMetres)
