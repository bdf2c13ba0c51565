import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import { beforeEach, expect, it } from 'vitest'
import { pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { tellOrder, tellStock } from '@/lib/testing/say-events'
import { exportEvents } from './export-events'
import type { FeedFilter } from './feed-events'
import type { CloudEvent, ExportFormat } from './schema'

beforeEach(emptyDatabase)

async function fileOf(format: ExportFormat, filter: FeedFilter = { siteIds: 'all' }): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of exportEvents(format, filter)) chunks.push(chunk)
  return Buffer.concat(chunks)
}
const linesOf = (file: Buffer): CloudEvent[] =>
  file
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

it('gives the same events in each format, over several row groups', async () => {
  await tellStock(Array.from({ length: 12_000 }, (_, n) => `s${n}`))
  await tellOrder('1')
  await tellStock(['with "quotes", and a comma'])
  const events = linesOf(await fileOf('ndjson'))
  expect(events).toHaveLength(12_002)
  expect(new Set(events.map(({ id }) => id)).size).toBe(12_002)

  const rows: Record<string, string>[] = parse(await fileOf('csv'), { columns: true })
  const fromCsv = rows.map(({ data = '', site, traceparent, ...row }) => ({
    ...row,
    site,
    data: JSON.parse(data),
  }))
  const plain = events.map(({ specversion: _, datacontenttype: __, ...event }) => event)
  expect(fromCsv).toEqual(plain)

  const parquet = await fileOf('parquet')
  const bytes = new Uint8Array(parquet).buffer
  const read = await parquetReadObjects({ file: bytes })
  expect(
    read.map(({ traceparent: _, time, recordedtime, ...row }) => ({
      ...row,
      time: time.toISOString(),
      recordedtime: recordedtime.toISOString(),
    })),
  ).toEqual(plain)
})

it('gives an empty file of each format when nothing fits', async () => {
  expect(await fileOf('ndjson')).toHaveLength(0)
  expect(parse(await fileOf('csv'), { columns: true })).toEqual([])
  expect(await parquetReadObjects({ file: new Uint8Array(await fileOf('parquet')).buffer })).toEqual([])
})

it('gives what was recorded from a time on, and before another', async () => {
  const HOUR_MS = 3_600_000
  const hour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS
  const ago = (hours: number) => new Date(hour - hours * HOUR_MS)
  for (const [id, hours] of [
    ['a', 3],
    ['b', 2],
    ['c', 1],
  ] as const)
    await tellStock([id], 'TEST-1', pool, ago(hours))
  const ids = async (from?: Date, to?: Date) =>
    linesOf(await fileOf('ndjson', { siteIds: 'all', from, to })).map(({ id }) => id)
  expect(await ids(ago(2), ago(1))).toEqual(['b'])
  expect(await ids(ago(2))).toEqual(['b', 'c'])
  expect(await ids(undefined, ago(2))).toEqual(['a'])
})
