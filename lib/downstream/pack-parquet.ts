import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { CloudEvent } from './schema'

const TEXTS = ['id', 'source', 'type', 'subject', 'sequence'] as const
const TIMES = ['time', 'recordedtime'] as const
const OPTIONAL = ['site', 'traceparent'] as const

const utf8 = (
  name: string,
  repetition_type: 'REQUIRED' | 'OPTIONAL',
  converted_type: 'UTF8' | 'JSON' = 'UTF8',
) => ({ name, type: 'BYTE_ARRAY', converted_type, repetition_type }) as const

const columns = [
  ...TEXTS.map((name) => utf8(name, 'REQUIRED')),
  ...TIMES.map(
    (name) =>
      ({ name, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type: 'REQUIRED' }) as const,
  ),
  ...OPTIONAL.map((name) => utf8(name, 'OPTIONAL')),
  utf8('data', 'REQUIRED', 'JSON'),
]

/** Events as a Parquet file, a row group for each page, so that never more than a page is in memory. */
export const packParquet = (pages: AsyncIterable<CloudEvent[]>): AsyncGenerator<Uint8Array> =>
  rowGroups(pages)

async function* rowGroups(pages: AsyncIterable<CloudEvent[]>): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter()
  const parquet = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'root', num_children: columns.length }, ...columns],
  })
  const written = (): Uint8Array => {
    const chunk = bytes.getBytes().slice()
    bytes.index = 0
    return chunk
  }
  for await (const page of pages) {
    await parquet.write({ columnData: columnsOf(page), rowGroupSize: page.length })
    yield written()
  }
  await parquet.finish()
  yield written()
}

const columnsOf = (page: CloudEvent[]) => [
  ...TEXTS.map((name) => ({ name, data: page.map((event) => event[name]) })),
  ...TIMES.map((name) => ({ name, data: page.map((event) => new Date(event[name])) })),
  ...OPTIONAL.map((name) => ({ name, data: page.map((event) => event[name]) })),
  { name: 'data', data: page.map(({ data }) => data) },
]
