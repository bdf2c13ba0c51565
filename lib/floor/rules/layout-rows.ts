import type { Layout } from '../schema'

const COLUMNS = [
  'bin',
  'aisle',
  'side',
  'bay',
  'level',
  'xMetres',
  'yMetres',
  'widthMetres',
  'depthMetres',
  'heightMetres',
  'pickHeightMetres',
  'volumeMl',
  'maxWeightGrams',
  'aisleXMetres',
  'direction',
  'zone',
  'zoneName',
  'temperatureZone',
] as const
export type LayoutColumn = (typeof COLUMNS)[number]
const OPTIONAL: readonly LayoutColumn[] = ['volumeMl', 'direction', 'zoneName']
const AROUND: readonly LayoutColumn[] = [
  'aisle',
  'aisleXMetres',
  'direction',
  'zone',
  'zoneName',
  'temperatureZone',
]
/** Half a walk between shelves: where a cross aisle runs before the first bin and behind the last. */
const HALF_WALK_METRES = 1.2

export type LayoutHeader = { ok: true; columns: LayoutColumn[] } | { ok: false; reason: string }

/** The columns of a file of bins by its first row, in any order and case; what is wrong with it, in words. */
export function readLayoutHeader(cells: readonly string[]): LayoutHeader {
  const names = cells.map((cell) => cell.trim())
  const columns = names.map((name) => COLUMNS.find((one) => one.toLowerCase() === name.toLowerCase()))
  const known = columns.filter((column) => column !== undefined)
  const faults = [
    ['misses', COLUMNS.filter((column) => !known.includes(column) && !OPTIONAL.includes(column))],
    ['has unknown columns', names.filter((_, at) => columns[at] === undefined).map((name) => `"${name}"`)],
    ['has twice', known.filter((column, at) => known.indexOf(column) !== at)],
  ] as const
  const wrong = faults
    .filter(([, list]) => list.length > 0)
    .map(([word, list]) => `${word} ${list.join(', ')}`)
  return wrong.length > 0
    ? { ok: false, reason: `the header ${wrong.join('; ')}` }
    : { ok: true, columns: known }
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/

/**
 * Reads rows under these columns as parts of a layout, to be parsed by their schemas. A number that is none is left for the
 * schema to name. Of what rows of one aisle have in common, `around` is the text.
 */
export function rowReader(columns: readonly LayoutColumn[]) {
  const places = Object.fromEntries(columns.map((column, at) => [column, at]))
  const text = (cells: readonly string[], column: LayoutColumn): string | undefined =>
    cells[places[column] ?? -1]?.trim() || undefined
  const number = (cells: readonly string[], column: LayoutColumn): number | string | undefined => {
    const cell = text(cells, column)
    return cell !== undefined && NUMBER.test(cell) ? Number(cell) : cell
  }
  return {
    width: columns.length,
    around: (cells: readonly string[]): string =>
      AROUND.map((column) => cells[places[column] ?? -1] ?? '').join('\n'),
    bin: (cells: readonly string[]) => ({
      code: text(cells, 'bin'),
      aisle: text(cells, 'aisle'),
      side: text(cells, 'side')?.toUpperCase(),
      bay: number(cells, 'bay'),
      level: number(cells, 'level'),
      xMetres: number(cells, 'xMetres'),
      yMetres: number(cells, 'yMetres'),
      widthMetres: number(cells, 'widthMetres'),
      depthMetres: number(cells, 'depthMetres'),
      heightMetres: number(cells, 'heightMetres'),
      pickHeightMetres: number(cells, 'pickHeightMetres'),
      volumeMl: number(cells, 'volumeMl'),
      maxWeightGrams: number(cells, 'maxWeightGrams'),
    }),
    aisle: (cells: readonly string[]) => ({
      code: text(cells, 'aisle'),
      zone: text(cells, 'zone'),
      xMetres: number(cells, 'aisleXMetres'),
      direction: text(cells, 'direction'),
    }),
    zone: (cells: readonly string[]) => ({
      code: text(cells, 'zone'),
      name: text(cells, 'zoneName'),
      temperatureZone: text(cells, 'temperatureZone'),
    }),
  }
}
export type RowReader = ReturnType<typeof rowReader>

/** A hall's bins as the text of a CSV file (RFC 4180). */
export function layoutCsv({ zones, aisles, bins }: Layout): string {
  const zoneOf = new Map(zones.map((zone) => [zone.code, zone]))
  const aisleOf = new Map(aisles.map((aisle) => [aisle.code, aisle]))
  const lines = bins.map(({ code, ...bin }) => {
    const aisle = aisleOf.get(bin.aisle)
    const zone = zoneOf.get(aisle?.zone ?? '')
    const row: Record<LayoutColumn, string | number | undefined> = {
      ...bin,
      bin: code,
      aisleXMetres: aisle?.xMetres,
      direction: aisle?.direction,
      zone: zone?.code,
      zoneName: zone && field(zone.name),
      temperatureZone: zone?.temperatureZone,
    }
    return COLUMNS.map((column) => row[column]).join()
  })
  return [COLUMNS.join(), ...lines, ''].join('\r\n')
}

const field = (text: string): string => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

type Parts = Pick<Layout, 'zones' | 'aisles' | 'bins'>

/**
 * The hall around bins that came alone: cross aisles, stations and size are those it has. A hall that has none yet gets a
 * cross aisle before its first bin and one behind its last, and a depot where the first aisle meets the front.
 */
export function hallAround(parts: Parts, now: Layout | null): Layout {
  const format = 'stowline-layout/1' as const
  const reach = parts.bins.map((bin) => ({
    right: bin.xMetres + bin.depthMetres / 2,
    front: bin.yMetres - bin.widthMetres / 2,
    back: bin.yMetres + bin.widthMetres / 2,
  }))
  const widest = reach.reduce((most, { right }) => Math.max(most, right), 0)
  if (now) {
    const { depthMetres, crossYMetres, stations } = now
    return {
      format,
      widthMetres: Math.max(now.widthMetres, tidy(widest)),
      depthMetres,
      crossYMetres,
      stations,
      ...parts,
    }
  }
  const first = reach.reduce((least, { front }) => Math.min(least, front), Number.POSITIVE_INFINITY)
  const last = reach.reduce((most, { back }) => Math.max(most, back), 0)
  const crossYMetres =
    reach.length > 0 ? [tidy(Math.max(0, first - HALF_WALK_METRES)), tidy(last + HALF_WALK_METRES)] : []
  const [front = 0] = crossYMetres
  const [leftmost] = parts.aisles.toSorted((one, other) => one.xMetres - other.xMetres)
  const depot = { code: 'DEPOT-1', kind: 'depot' as const, xMetres: leftmost?.xMetres ?? 0, yMetres: front }
  return {
    format,
    widthMetres: tidy(widest + HALF_WALK_METRES),
    depthMetres: tidy(last + HALF_WALK_METRES * 2),
    crossYMetres,
    stations: leftmost ? [depot] : [],
    ...parts,
  }
}

/** To the centimetre. */
const tidy = (metres: number): number => Math.round(metres * 100) / 100
