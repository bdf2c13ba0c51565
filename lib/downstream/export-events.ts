import { type FeedFilter, feedEvents, findFeedEnd, findFeedStart } from './feed-events'
import { packParquet } from './pack-parquet'
import { csvLine } from './rules/csv-line'
import { BEGINNING, type FeedPosition } from './rules/feed-position'
import type { CloudEvent, ExportFormat } from './schema'

/** Rows in memory at a time, and in a row group of Parquet. */
const PAGE = 10_000

/**
 * The events that fit, in the order of the feed, as a file; up to what could be told when it was begun. Read page by page as
 * fast as the reader takes it, so that its size is no matter.
 */
export function exportEvents(format: ExportFormat, filter: FeedFilter): ReadableStream<Uint8Array> {
  const chunks = packed(format, readPages(filter))
  return new ReadableStream({
    async pull(stream) {
      const { done, value } = await chunks.next()
      if (done) stream.close()
      else stream.enqueue(value)
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}

async function* readPages(filter: FeedFilter): AsyncGenerator<CloudEvent[]> {
  const end = await findFeedEnd()
  let position: FeedPosition = filter.from ? await findFeedStart(filter.from) : BEGINNING
  for (;;) {
    const { items, next, atEnd } = await feedEvents(position, PAGE, filter)
    const told = items.filter(({ sequence }) => BigInt(sequence.slice(0, sequence.indexOf('.'))) <= end.xid)
    if (told.length > 0) yield told
    if (atEnd || next.xid > end.xid) return
    position = next
  }
}

function packed(format: ExportFormat, pages: AsyncIterable<CloudEvent[]>): AsyncGenerator<Uint8Array> {
  if (format === 'parquet') return packParquet(pages)
  return format === 'csv' ? packCsv(pages) : packLines(pages)
}

async function* packLines(pages: AsyncIterable<CloudEvent[]>): AsyncGenerator<Uint8Array> {
  for await (const page of pages)
    yield Buffer.from(page.map((event) => `${JSON.stringify(event)}\n`).join(''))
}

const CSV = [
  'sequence',
  'id',
  'source',
  'type',
  'subject',
  'site',
  'time',
  'recordedtime',
  'traceparent',
] as const

async function* packCsv(pages: AsyncIterable<CloudEvent[]>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(csvLine([...CSV, 'data']))
  for await (const page of pages) {
    const lines = page.map((event) =>
      csvLine([...CSV.map((name) => event[name] ?? ''), JSON.stringify(event.data)]),
    )
    yield Buffer.from(lines.join(''))
  }
}
