import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { CsvError, parse } from 'csv-parse/sync'
import { db } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { stockFileReceived } from './events'
import { type ImportHeader, readImportHeader } from './rules/import-row'

/** What of CSV is taken: commas or semicolons, any line end, quoted line breaks, a byte order mark. */
export const CSV = {
  bom: true,
  delimiter: [',', ';'],
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: 65_536,
}
const HEADER_BYTES = 16_384
const NEWLINE = 10

type Received = { outcome: 'received'; id: string } | { outcome: 'wrong-file'; reason: string }

/**
 * Keeps a file of stock events and says that it is there, in one commit; the night shift reads it. A file whose first
 * line is not a right header is not kept.
 */
export async function receiveStockFile(
  file: { site: string; content: Uint8Array; by: string; traceparent: string },
  now: Date,
): Promise<Received> {
  const { site, content, by, traceparent } = file
  if (!isUtf8(content)) return { outcome: 'wrong-file', reason: 'the file is not UTF-8 text' }
  const header = readHeader(content)
  if (!header.ok) return { outcome: 'wrong-file', reason: header.reason }
  const id = await db.$transaction(async (write) => {
    const kept = await write.stockImport.create({
      data: {
        ...{ siteId: site, startedAt: now, startedBy: by, traceparent },
        fileHash: createHash('sha256').update(content).digest('hex'),
        content: Buffer.from(content),
        // Until it is read, every line may be a row.
        totalRows: content.reduce((lines, byte) => (byte === NEWLINE ? lines + 1 : lines), 0),
      },
    })
    await write.outboxEvent.create({
      data: {
        ...{
          eventId: `stock-file.received:${kept.id}`,
          name: stockFileReceived,
          siteId: site,
          subject: kept.id,
        },
        ...{ data: { id: kept.id, site }, traceparent, occurredAt: now },
      },
    })
    return kept.id
  })
  wakeNightShift()
  return { outcome: 'received', id }
}

function readHeader(content: Uint8Array): ImportHeader {
  try {
    const [cells] = parse(Buffer.from(content.subarray(0, HEADER_BYTES)), {
      ...CSV,
      skip_empty_lines: true,
      to: 1,
    })
    return cells ? readImportHeader(cells) : { ok: false, reason: 'the file is empty' }
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, reason: 'its first line is not a CSV header' }
    throw error
  }
}
