import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { z } from 'zod'
import { parseShallowJson } from '@/lib/platform/rules/shallow-json'
import { checkLayout } from './rules/check-layout'
import { hallAround, type RowReader, readLayoutHeader, rowReader } from './rules/layout-rows'
import {
  type Layout,
  type LayoutAisle,
  type LayoutBin,
  type LayoutError,
  type LayoutZone,
  layoutAisleSchema,
  layoutBinSchema,
  layoutSchema,
  layoutZoneSchema,
} from './schema'

export type LayoutFile = { content: Uint8Array; type: 'application/json' | 'text/csv' }
type LayoutRead = { ok: true; layout: Layout } | { ok: false; errors: LayoutError[] }

const CSV = {
  bom: true,
  delimiter: [',', ';'],
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: 65_536,
}
const PIECE_BYTES = 65_536

/**
 * The hall that a file tells of, or all that is wrong with it: by line of a CSV of bins, by JSON Pointer of a whole JSON.
 * A CSV is read in pieces, so that others get their turn meanwhile.
 * @param now the hall as it is, whose cross aisles and stations a CSV of bins leaves alone; null when there is none
 */
export async function readLayoutFile({ content, type }: LayoutFile, now: Layout | null): Promise<LayoutRead> {
  if (!isUtf8(content)) return { ok: false, errors: [{ detail: 'the file is not UTF-8 text' }] }
  return type === 'text/csv' ? readRows(content, now) : readJson(content)
}

function readJson(content: Uint8Array): LayoutRead {
  const read = parseShallowJson(Buffer.from(content).toString('utf8'))
  if (!read) return { ok: false, errors: [{ detail: 'the file is not JSON of at most 64 levels' }] }
  const parsed = layoutSchema.safeParse(read.value)
  const faults = parsed.success
    ? checkLayout(parsed.data)
    : parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), detail: message }))
  if (parsed.success && faults.length === 0) return { ok: true, layout: parsed.data }
  const errors = faults.map(({ path, detail }) => ({
    pointer: path.map((part) => `/${part}`).join(''),
    detail,
  }))
  return { ok: false, errors }
}

type Rows = {
  bins: LayoutBin[]
  lines: number[]
  aisles: Map<string, LayoutAisle & { line: number }>
  zones: Map<string, LayoutZone & { line: number }>
  /** What rows told of aisles and zones, each text once. */
  around: Set<string>
  errors: LayoutError[]
}

async function readRows(content: Uint8Array, now: Layout | null): Promise<LayoutRead> {
  const rows: Rows = {
    bins: [],
    lines: [],
    aisles: new Map(),
    zones: new Map(),
    around: new Set(),
    errors: [],
  }
  let reader: RowReader | undefined
  let line = 1
  try {
    for await (const cells of Readable.from(piecesOf(content)).pipe(parse(CSV)) as AsyncIterable<string[]>) {
      const begins = line
      line += 1 + breaksIn(cells)
      if (cells.every((cell) => cell.trim() === '')) continue
      if (reader) {
        takeRow(rows, reader, cells, begins, now)
        continue
      }
      const header = readLayoutHeader(cells)
      if (!header.ok) return { ok: false, errors: [{ line: begins, detail: header.reason }] }
      reader = rowReader(header.columns)
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    rows.errors.push({
      line,
      detail: 'the row cannot be read: a quote that is never closed, or more than 64 KiB',
    })
  }
  return closeRows(rows, now)
}

/** Counted here: the parser counts a CRLF in quotes twice. */
function breaksIn(cells: string[]): number {
  let breaks = 0
  for (const cell of cells) if (/[\r\n]/.test(cell)) breaks += cell.split(/\r\n|\n|\r/).length - 1
  return breaks
}

/** Piece by piece, so that a long file does not hold up everybody else. */
function* piecesOf(content: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < content.length; start += PIECE_BYTES)
    yield content.subarray(start, start + PIECE_BYTES)
}

function takeRow(rows: Rows, reader: RowReader, cells: string[], line: number, now: Layout | null): void {
  if (cells.slice(reader.width).some((cell) => cell.trim() !== '')) {
    rows.errors.push({ line, detail: `it has ${cells.length} columns, the header has ${reader.width}` })
    return
  }
  const bin = layoutBinSchema.safeParse(reader.bin(cells))
  if (bin.success) {
    rows.bins.push(bin.data)
    rows.lines.push(line)
  } else rows.errors.push(...faultsOf(bin.error, line, 'bin'))
  // Thousands of rows say the same of one aisle.
  const around = reader.around(cells)
  if (rows.around.has(around)) return
  rows.around.add(around)
  const aisle = reader.aisle(cells)
  const zone = reader.zone(cells)
  const direction = aisle.direction ?? now?.aisles.find(({ code }) => code === aisle.code)?.direction
  const name = zone.name ?? now?.zones.find(({ code }) => code === zone.code)?.name ?? zone.code
  learn(rows, rows.aisles, layoutAisleSchema.safeParse({ ...aisle, direction }), line, 'aisle')
  learn(rows, rows.zones, layoutZoneSchema.safeParse({ ...zone, name }), line, 'zone')
}

/** Aisles and zones are told of by every row of theirs, and by all of them the same. */
function learn<Part extends { code: string }>(
  { errors }: Rows,
  known: Map<string, Part & { line: number }>,
  told: z.ZodSafeParseResult<Part>,
  line: number,
  word: string,
): void {
  if (!told.success) {
    errors.push(...faultsOf(told.error, line, word))
    return
  }
  const first = known.get(told.data.code)
  if (!first) {
    known.set(told.data.code, { ...told.data, line })
    return
  }
  for (const [member, value] of Object.entries(told.data)) {
    const before = first[member as keyof Part]
    if (before !== value)
      errors.push({
        line,
        detail: `${word} ${first.code}: ${member} is ${value} here and ${before} in line ${first.line}`,
      })
  }
}

const faultsOf = ({ issues }: z.ZodError, line: number, word: string): LayoutError[] =>
  issues.map(({ path, message }) => ({ line, detail: `${word} ${path.join('.')}: ${message}` }))

function closeRows({ bins, lines, aisles, zones, errors }: Rows, now: Layout | null): LayoutRead {
  if (bins.length === 0 && errors.length === 0) errors.push({ detail: 'the file has no bins' })
  if (errors.length > 0) return { ok: false, errors }
  const told = { zones: [...zones.values()], aisles: [...aisles.values()] }
  const parts = {
    zones: told.zones.map(({ line: _, ...zone }) => zone),
    aisles: told.aisles.map(({ line: _, ...aisle }) => aisle),
    bins,
  }
  const layout = hallAround(parts, now)
  const lineOf: Record<string, (at: number) => number | undefined> = {
    bins: (at) => lines[at],
    aisles: (at) => told.aisles[at]?.line,
    zones: (at) => told.zones[at]?.line,
  }
  const faults = checkLayout(layout).map(({ path: [list = '', at], detail }) => {
    const line = lineOf[list]?.(Number(at))
    return line === undefined ? { detail } : { line, detail }
  })
  return faults.length > 0
    ? { ok: false, errors: faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
    : { ok: true, layout }
}
