import type { FloorModel } from './floor-model'
import type { Sort } from './floor-paths'
import { type LevelStore, NO_DAY } from './level-store'

export type Wanted = {
  zone: string | null
  aisle: string | null
  /** Codes that have it in them. */
  query: string
  hits: readonly number[] | null
  sort: Sort
  direction: 'asc' | 'desc'
}

/** The bins of a list in its order; those without a date come last either way. */
export function sortBins(model: FloorModel, levels: LevelStore, wanted: Wanted): number[] {
  const { zones, aisles } = model.map
  const zone = wanted.zone === null ? -1 : zones.findIndex(({ code }) => code === wanted.zone)
  const aisle = wanted.aisle === null ? -1 : aisles.findIndex(({ code }) => code === wanted.aisle)
  const text = wanted.query.trim().toUpperCase()
  const fits = (bin: number): boolean =>
    (wanted.zone === null || model.zoneOf[bin] === zone) &&
    (wanted.aisle === null || model.aisleOf[bin] === aisle) &&
    (text === '' || (model.codes[bin] ?? '').toUpperCase().includes(text))
  const from = wanted.hits ?? Array.from({ length: model.count }, (_, bin) => bin)
  return from.filter(fits).sort(orderBy(model, levels, wanted))
}

function orderBy(
  { codes }: FloorModel,
  levels: LevelStore,
  { sort, direction }: Wanted,
): (a: number, b: number) => number {
  const way = direction === 'asc' ? 1 : -1
  const byCode = (a: number, b: number): number => {
    const [one = '', other = ''] = [codes[a], codes[b]]
    return one < other ? -1 : one > other ? 1 : 0
  }
  if (sort === 'bin') return (a, b) => way * byCode(a, b)
  const column = {
    fill: levels.fill,
    units: levels.units,
    skus: levels.skus,
    picks: levels.picks,
    oldest: levels.oldestDay,
    expiry: levels.expiryDay,
  }[sort]
  const isDay = sort === 'oldest' || sort === 'expiry'
  return (a, b) => {
    const [one = 0, other = 0] = [column[a], column[b]]
    if (isDay && (one === NO_DAY) !== (other === NO_DAY)) return one === NO_DAY ? 1 : -1
    return way * (one - other) || byCode(a, b)
  }
}
