import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { type CsvError, parse } from 'csv-parse'
import { db } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import type { StockImport as ImportRow } from '@/prisma/generated/client'
import type { InventoryFact } from './events'
import { parseInventoryEvent } from './parse-inventory-event'
import { CSV } from './receive-stock-file'
import { recordEvents } from './record-events'
import { eventOfRow, readImportHeader } from './rules/import-row'

const CHUNK_ROWS = 1_000
const PIECE_BYTES = 65_536
const MOST_BAD_LINES = 200

type Row = { line: number; cells: string[] }
type BadLine = { line: number; reason: string }
type Sum = { accepted: number; duplicates: number; badLines: BadLine[] }
type Import = { outcome: 'done' | 'failed' | 'over' | 'taken-over' }

/**
 * Reads a received file into the ledger, a thousand rows at a time. After a death it goes on behind the last thousand
 * that were counted; rows that were recorded and not counted are duplicates then, and change nothing. Two that read the
 * same file at once find out at the next thousand, and one of them leaves.
 * @throws Error when the ledger does not answer; tried again, it goes on where it stopped
 */
export async function importStock(id: string): Promise<Import> {
  const file = await db.stockImport.findUnique({ where: { id } })
  if (file?.state !== 'running' || file.content === null) return { outcome: 'over' }
  let behind = file.rows
  try {
    for await (const chunk of chunksOf(file.content, behind)) {
      const sum = await recordRows(file, new Date(), chunk)
      if (!(await countRows(file, behind, chunk.rows.length, sum))) return { outcome: 'taken-over' }
      behind += chunk.rows.length
    }
  } catch (error) {
    if (!(error instanceof BrokenFileError)) throw error
    await close(file, 'failed', error.message)
    return { outcome: 'failed' }
  }
  await close(file, 'done', null)
  return { outcome: 'done' }
}

type Chunk = { header: string[]; rows: Row[] }

/** A file that breaks off in the middle of a row. */
class BrokenFileError extends Error {}

/**
 * The rows of a file behind the first so many, with the line that each begins on, counted here: the parser counts a
 * CRLF in quotes twice.
 * @throws BrokenFileError behind the last row that is whole
 */
async function* chunksOf(content: Uint8Array, behind: number): AsyncGenerator<Chunk> {
  let broken: CsvError | undefined
  const parser = parse({
    ...CSV,
    skip_records_with_error: true,
    on_skip: (error) => {
      broken ??= error
    },
  })
  let header: string[] | undefined
  let [read, records, line] = [0, 0, 1]
  let rows: Row[] = []
  for await (const cells of Readable.from(piecesOf(content)).pipe(parser) as AsyncIterable<string[]>) {
    // The parser is ahead of us: it may have stumbled over a row that comes later.
    if (broken && records >= Number(broken.records)) break
    records++
    const begins = line
    line += cells.reduce((breaks, cell) => breaks + cell.split(/\r\n|\n|\r/).length - 1, 1)
    if (cells.length === 1 && cells[0]?.trim() === '') continue
    if (!header) header = cells
    else if (++read > behind) rows.push({ line: begins, cells })
    if (!header || rows.length < CHUNK_ROWS) continue
    yield { header, rows }
    rows = []
  }
  if (rows.length > 0 && header) yield { header, rows }
  if (broken) throw new BrokenFileError(`Line ${line}: ${wordsOf(broken)}.`)
}

const wordsOf = ({ code }: CsvError): string =>
  code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quote is opened and never closed' : 'the row is longer than 64 KiB'

/** Piece by piece, so that the parser does not read the whole file while the first rows are on their way. */
function* piecesOf(content: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < content.length; start += PIECE_BYTES)
    yield content.subarray(start, start + PIECE_BYTES)
}

async function recordRows(file: ImportRow, now: Date, { header: cells, rows }: Chunk): Promise<Sum> {
  const header = readImportHeader(cells)
  if (!header.ok) throw new Error(`a file was received with a wrong header: ${header.reason}`)
  const told = { site: file.siteId, hash: file.fileHash, observedAt: file.startedAt.toISOString() }
  const badLines: BadLine[] = []
  const facts: { line: number; fact: InventoryFact }[] = []
  for (const { line, cells: row } of rows) {
    const read = eventOfRow(header.columns, row, line, told)
    const parsed = read.ok ? parseInventoryEvent(read.event, now) : read
    if (parsed.ok) facts.push({ line, fact: parsed.event })
    else badLines.push({ line, reason: parsed.reason })
  }
  const recorded = await record(
    facts.map(({ fact }) => fact),
    file,
  )
  const refused = recorded.rejected.map(({ index, reason }) => ({ line: facts[index]?.line ?? 0, reason }))
  const { accepted, duplicates } = recorded
  return { accepted, duplicates, badLines: [...badLines, ...refused].sort((a, b) => a.line - b.line) }
}

async function record(facts: InventoryFact[], { siteId, traceparent }: ImportRow) {
  for (;;) {
    const recording = await recordEvents(facts, [], {
      siteIds: [siteId],
      ...(traceparent === null ? {} : { traceparent }),
    })
    if (!('outcome' in recording)) return recording
    // A file can wait for a peak to pass; whoever sends single events cannot.
    await pause(recording.retryAfterSeconds * 1_000)
  }
}

async function countRows(file: ImportRow, behind: number, rows: number, sum: Sum): Promise<boolean> {
  const { badLines } = await db.stockImport.findUniqueOrThrow({
    where: { id: file.id },
    select: { badLines: true },
  })
  const known = badLines as BadLine[]
  const counted = await db.stockImport.updateMany({
    where: { id: file.id, state: 'running', rows: behind },
    data: {
      rows: behind + rows,
      accepted: { increment: sum.accepted },
      duplicates: { increment: sum.duplicates },
      rejected: { increment: sum.badLines.length },
      badLines: [...known, ...sum.badLines].slice(0, MOST_BAD_LINES),
    },
  })
  tell(file, behind + rows)
  return counted.count > 0
}

async function close(file: ImportRow, state: 'done' | 'failed', error: string | null): Promise<void> {
  const closed = await db.stockImport.updateManyAndReturn({
    where: { id: file.id, state: 'running' },
    data: { state, error, finishedAt: new Date() },
  })
  const [{ rows } = { rows: 0 }] = closed
  if (state === 'done') await db.stockImport.updateMany({ where: { id: file.id }, data: { totalRows: rows } })
  tell(file, rows + 1)
}

const tell = ({ id, siteId: site }: ImportRow, version: number): void =>
  announce({ site, topic: 'floor', event: 'inventory/import.changed', id, version })
