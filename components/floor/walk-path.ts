import type { FloorColumns } from '@/lib/floor/map-schema'
import type { FloorModel } from './floor-model'

type Point = readonly [x: number, y: number]

/** A picker's walk as it is drawn: corners and stops in metres of the drawing; `done` stops lie behind the picker. */
export type Route = {
  id: string
  picker: string
  points: readonly Point[]
  stops: readonly Point[]
  done: number
  metres: number
}
type Stop = { xMetres: number; yMetres: number }

/**
 * The walk that visits stops in their order, along aisles and cross aisles: from one aisle to another by the cross aisle
 * that makes it shortest. It leads from a start and back to it; blocked stretches are not avoided.
 */
export function walkPath(crossYMetres: readonly number[], start: Stop, stops: readonly Stop[]): Stop[] {
  const path = [start]
  for (const next of [...stops, start]) {
    const last = path.at(-1) ?? start
    if (last.xMetres !== next.xMetres) {
      const cross = nearestCross(crossYMetres, last.yMetres, next.yMetres)
      if (cross !== null)
        path.push({ xMetres: last.xMetres, yMetres: cross }, { xMetres: next.xMetres, yMetres: cross })
    }
    path.push(next)
  }
  return path.filter(({ xMetres, yMetres }, at) => {
    const before = path[at - 1]
    return !before || before.xMetres !== xMetres || before.yMetres !== yMetres
  })
}

function nearestCross(rows: readonly number[], from: number, to: number): number | null {
  const detour = (row: number) => Math.abs(from - row) + Math.abs(to - row)
  return rows.reduce<number | null>(
    (best, row) => (best === null || detour(row) < detour(best) ? row : best),
    null,
  )
}

/** Metres of a walk whose pieces all run along an aisle or across. */
export const metresOf = (path: readonly Stop[]): number =>
  path.reduce((sum, { xMetres, yMetres }, at) => {
    const before = path[at - 1]
    return before ? sum + Math.abs(xMetres - before.xMetres) + Math.abs(yMetres - before.yMetres) : 0
  }, 0)

/** The walk of a pick list, from the depot and back; bins that are not on this map are left out. */
export function routeOf(model: FloorModel, id: string, picker: string, binCodes: readonly string[]): Route {
  const { map } = model
  const stops: Stop[] = []
  for (const code of new Set(binCodes)) {
    const bin = model.indexOf.get(code)
    if (bin === undefined) continue
    stops.push({
      xMetres: map.aisles[model.aisleOf[bin] ?? 0]?.xMetres ?? 0,
      yMetres: map.bins.yMetres[bin] ?? 0,
    })
  }
  const path = walkPath(map.crossYMetres, startOf(map), stops)
  const drawn = ({ xMetres, yMetres }: Stop): Point => [xMetres, model.depthMetres - yMetres]
  return { id, picker, points: path.map(drawn), stops: stops.map(drawn), done: 0, metres: metresOf(path) }
}

/** Where tours start: the depot, or the front of the first aisle. */
const startOf = ({ stations, aisles, crossYMetres }: FloorColumns): Stop =>
  stations.find(({ kind }) => kind === 'depot') ??
  stations.find(({ kind }) => kind === 'pack') ?? {
    xMetres: aisles[0]?.xMetres ?? 0,
    yMetres: crossYMetres[0] ?? 0,
  }
