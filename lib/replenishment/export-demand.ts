import { stringify } from 'csv-stringify/sync'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { pageDemand } from './queries'
import type { DemandDay, DemandFormat } from './schema'

/** Rows in memory at a time, and in a row group of Parquet. */
const PAGE = 10_000
const COUNTS = ['ordered', 'sold', 'refused', 'shorted', 'outOfStockMinutes'] as const
const COLUMNS = ['site', 'sku', 'day', ...COUNTS, 'revenueMinor', 'isImported'] as const

type Asked = { site: string; from?: string | undefined; to?: string | undefined }

/**
 * Demand of a site as a file, by day and SKU, its columns named and meant as in `demandDaySchema`; a day that is not in it had
 * nothing to say. Read page by page as fast as the reader takes it.
 */
export function exportDemand(format: DemandFormat, asked: Asked): ReadableStream<Uint8Array> {
  const chunks = format === 'csv' ? packCsv(readPages(asked)) : packParquet(readPages(asked))
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

async function* readPages(asked: Asked): AsyncGenerator<DemandDay[]> {
  let last: DemandDay | null = null
  for (;;) {
    const page: DemandDay[] = await pageDemand(asked, last, PAGE)
    if (page.length > 0) yield page
    if (page.length < PAGE) return
    last = page.at(-1) ?? null
  }
}

async function* packCsv(pages: AsyncIterable<DemandDay[]>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(stringify([COLUMNS]))
  const cast = { boolean: String }
  for await (const page of pages)
    yield Buffer.from(stringify(page, { columns: [...COLUMNS], cast, escape_formulas: true }))
}

const required = { repetition_type: 'REQUIRED' } as const
const columns = [
  { name: 'site', type: 'BYTE_ARRAY', converted_type: 'UTF8', ...required } as const,
  { name: 'sku', type: 'BYTE_ARRAY', converted_type: 'UTF8', ...required } as const,
  { name: 'day', type: 'INT32', converted_type: 'DATE', ...required } as const,
  ...COUNTS.map((name) => ({ name, type: 'INT32', ...required }) as const),
  { name: 'revenueMinor', type: 'INT64', ...required } as const,
  { name: 'isImported', type: 'BOOLEAN', ...required } as const,
]

async function* packParquet(pages: AsyncIterable<DemandDay[]>): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter()
  const schema = [{ name: 'root', num_children: columns.length }, ...columns]
  const parquet = new ParquetWriter({ writer: bytes, schema })
  const written = (): Uint8Array => {
    const chunk = bytes.getBytes().slice()
    bytes.index = 0
    return chunk
  }
  for await (const page of pages) {
    const cellOf = (name: (typeof COLUMNS)[number]) => (day: DemandDay) => {
      if (name === 'day') return new Date(day.day)
      return name === 'revenueMinor' ? BigInt(day.revenueMinor) : day[name]
    }
    const columnData = COLUMNS.map((name) => ({ name, data: page.map(cellOf(name)) }))
    await parquet.write({ columnData, rowGroupSize: page.length })
    yield written()
  }
  await parquet.finish()
  yield written()
}
