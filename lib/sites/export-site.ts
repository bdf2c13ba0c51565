import { createHash, randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { pool } from '@/lib/platform/db'
import { listSiteTables, type SiteTable } from './list-site-tables'
import type { SiteFileEnd, SiteFileHead } from './site-file-schema'

const ROWS_AT_ONCE = 1_000

/**
 * A whole site as lines of JSON (NDJSON), as it is at one instant, without people, keys and other secrets: a head, a line
 * for each row, an end with the count and the SHA-256 of each table's lines. Holds a batch in memory, whatever its size.
 * @throws Error when there is no such site
 */
export function exportSite(site: string, now: Date): AsyncGenerator<string> {
  return writeArchive(site, now)
}

async function* writeArchive(site: string, now: Date): AsyncGenerator<string> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const known = await client.query('SELECT 1 FROM site WHERE id = $1', [site])
    if (known.rowCount === 0) throw new Error(`there is no site ${site}`)
    const tables = await listSiteTables(client)
    const head: SiteFileHead = {
      ...{ format: 'stowline-site/1', id: randomUUID(), site, writtenAt: now.toISOString() },
      schema: await schemaOf(client),
      numbers: await numbersOf(client, tables, site),
    }
    yield `${JSON.stringify(head)}\n`
    const end: SiteFileEnd['end'] = {}
    for (const table of tables) {
      const hash = createHash('sha256')
      let rows = 0
      for await (const lines of linesOf(client, table, site)) {
        for (const line of lines) hash.update(line)
        rows += lines.length
        yield lines.join('')
      }
      end[table.name] = { rows, sha256: hash.digest('hex') }
    }
    yield `${JSON.stringify({ end })}\n`
  } finally {
    await client.query('ROLLBACK').catch(() => {})
    client.release()
  }
}

async function* linesOf(
  client: PoolClient,
  { name, where }: SiteTable,
  site: string,
): AsyncGenerator<string[]> {
  await client.query(
    `DECLARE rows_of_site CURSOR FOR SELECT to_jsonb(t)::text AS row FROM "${name}" t WHERE ${where}`,
    [site],
  )
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${ROWS_AT_ONCE} FROM rows_of_site`)
    if (rows.length === 0) break
    yield rows.map(({ row }) => `{"table":"${name}","row":${row}}\n`)
  }
  await client.query('CLOSE rows_of_site')
}

/** The last migration: rows fit only where the tables are the same. */
export async function schemaOf(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1',
  )
  return rows[0]?.name ?? ''
}

async function numbersOf(
  client: PoolClient,
  tables: SiteTable[],
  site: string,
): Promise<SiteFileHead['numbers']> {
  const found: SiteFileHead['numbers'] = {}
  for (const { name, where, numbers } of tables)
    for (const { column } of numbers.filter((number) => number.of === name)) {
      const { rows } = await client.query<{ low: string | null; high: string | null }>(
        `SELECT min("${column}")::text AS low, max("${column}")::text AS high FROM "${name}" WHERE ${where}`,
        [site],
      )
      const { low, high } = rows[0] ?? {}
      if (low && high) found[`${name}.${column}`] = { low, high }
    }
  return found
}
