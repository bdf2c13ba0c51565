import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { pool } from './db'

/** Rows in memory at a time, and in a row group of the file. */
const PAGE = 10_000

type Kind = 'inventory_event' | 'ledger_entry' | 'orders'
type Column = { name: string; type: string; isOptional: boolean }
type Month = { kind: Kind; month: string; site: string }

/** What a file's rows come to, by the column that is added up; events are only counted. */
const SUMMED = { inventory_event: null, ledger_entry: 'quantity', orders: 'total_minor' } as const

/**
 * Writes a month of a site from the archive to a Parquet file, reads the file again, and compares its rows and their sum with what
 * was counted when they were archived. The file has its name only when it is whole; written twice it is the same.
 * @returns the file's path
 * @throws when the file does not hold what was archived: nothing may be dropped then
 */
export async function writePartition({ kind, month, site }: Month, folder: string): Promise<string> {
  const { rows } = await pool.query<{ leaf: string; rows: string; sum: string }>(
    `SELECT partition_of(kind, month, site_id) AS leaf, rows, sum FROM archived_month
      WHERE kind = $1 AND month = $2 AND site_id = $3 AND dropped_at IS NULL`,
    [kind, month, site],
  )
  const [archived] = rows
  if (!archived) throw new Error(`no ${kind} of ${site} in ${month} is archived`)
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${archived.leaf}.parquet`)
  await writeRows(archived.leaf, `${path}.part`)
  const written = await countFile(`${path}.part`, SUMMED[kind])
  if (written.rows !== Number(archived.rows) || written.sum !== Number(archived.sum))
    throw new Error(
      `${path} holds ${written.rows} rows that come to ${written.sum}, of ${archived.rows} and ${archived.sum}`,
    )
  await rename(`${path}.part`, path)
  return path
}

async function writeRows(leaf: string, path: string): Promise<void> {
  const client = await pool.connect()
  const file = await open(path, 'w')
  try {
    await client.query('BEGIN READ ONLY')
    const columns = await readColumns(leaf)
    const casts = columns
      .map(({ name, type }) => (TYPES[type] ? name : `${name}::text AS ${name}`))
      .join(', ')
    await client.query(
      `DECLARE leaf NO SCROLL CURSOR FOR SELECT ${casts} FROM archive.${client.escapeIdentifier(leaf)}`,
    )
    const bytes = new ByteWriter()
    const schema = [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)]
    const parquet = new ParquetWriter({ writer: bytes, schema })
    const flush = async () => {
      await file.write(bytes.getBytes().slice())
      bytes.index = 0
    }
    for (;;) {
      const { rows } = await client.query<Record<string, unknown>>(`FETCH ${PAGE} FROM leaf`)
      if (rows.length === 0) break
      const columnData = columns.map(({ name, type }) => ({
        name,
        data: rows.map((row) => (type === 'int8' ? BigInt(String(row[name])) : row[name])),
      }))
      await parquet.write({ columnData, rowGroupSize: rows.length })
      await flush()
    }
    await parquet.finish()
    await flush()
    await file.sync()
  } finally {
    await client.query('ROLLBACK')
    client.release()
    await file.close()
  }
}

async function readColumns(leaf: string): Promise<Column[]> {
  const { rows } = await pool.query<Column>(
    `SELECT column_name AS name, udt_name AS type, is_nullable = 'YES' AS "isOptional" FROM information_schema.columns
      WHERE table_schema = 'archive' AND table_name = $1 ORDER BY ordinal_position`,
    [leaf],
  )
  return rows
}

const TYPES: Record<string, { type: 'INT32' | 'INT64'; converted_type?: 'TIMESTAMP_MILLIS' }> = {
  int4: { type: 'INT32' },
  int8: { type: 'INT64' },
  timestamptz: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
}

/** What is neither a number nor a moment is text, as Postgres writes it: JSON, days and statuses too. */
const elementOf = ({ name, type, isOptional }: Column) => ({
  name,
  repetition_type: isOptional ? ('OPTIONAL' as const) : ('REQUIRED' as const),
  ...(TYPES[type] ?? { type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const }),
})

async function countFile(path: string, summed: string | null): Promise<{ rows: number; sum: number }> {
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file)
  const rows = Number(metadata.num_rows)
  let sum = 0
  for (let rowStart = 0; summed !== null && rowStart < rows; rowStart += PAGE) {
    const rowEnd = Math.min(rows, rowStart + PAGE)
    const page = await parquetReadObjects({ file, metadata, columns: [summed], rowStart, rowEnd })
    for (const row of page) sum += Number(row[summed])
  }
  return { rows, sum }
}
