import { createHash, type Hash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { pool } from '@/lib/platform/db'
import { schemaOf } from './export-site'
import { listSiteTables, type SiteTable } from './list-site-tables'
import {
  type SiteFileEnd,
  type SiteFileHead,
  siteFileEndSchema,
  siteFileHeadSchema,
} from './site-file-schema'

const LINES_AT_ONCE = 500
const DUPLICATE = '23505'
/**
 * The transaction that brought a row in is nobody's news: what reads by it has heard of it in the house it comes from, and
 * would count or send it again.
 */
const NO_NEWS = 1

export type SiteImported =
  | { outcome: 'imported'; site: string; rows: number }
  | { outcome: 'already'; site: string }
  | { outcome: 'refused'; because: string }

/**
 * Brings a site in from its archive, under its own id or another: all or nothing. Numbers that are taken here move up, and
 * whatever repeats them moves along; products that are here already stay as they are. The same archive again changes nothing.
 * @param lines of the archive, without their ends
 */
export async function importSite(
  lines: AsyncIterable<string>,
  as: string | undefined,
  now: Date,
): Promise<SiteImported> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await bringIn(client, lines, as, now)
    await client.query(result.outcome === 'imported' ? 'COMMIT' : 'ROLLBACK')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    const { code, detail, table } = error as { code?: string; detail?: string; table?: string }
    if (code !== DUPLICATE) throw error
    return { outcome: 'refused', because: `${table} has it already: ${detail}` }
  } finally {
    client.release()
  }
}

async function bringIn(
  client: PoolClient,
  lines: AsyncIterable<string>,
  as: string | undefined,
  now: Date,
): Promise<SiteImported> {
  const all = lines[Symbol.asyncIterator]()
  const first = await all.next()
  const head = first.done ? undefined : siteFileHeadSchema.safeParse(parse(first.value)).data
  if (!head) return { outcome: 'refused', because: 'this is no archive of a site' }
  const site = as ?? head.site
  const before = await client.query<{ site_id: string }>(
    'SELECT site_id FROM site_import WHERE archive_id = $1',
    [head.id],
  )
  if (before.rows[0]) return { outcome: 'already', site: before.rows[0].site_id }
  const schema = await schemaOf(client)
  if (schema !== head.schema)
    return { outcome: 'refused', because: `it was written at ${head.schema}, and this house is at ${schema}` }
  const taken = await client.query('SELECT 1 FROM site WHERE id = $1', [site])
  if (taken.rowCount !== 0)
    return { outcome: 'refused', because: `there is a site ${site} here: name another id` }

  const tables = new Map((await listSiteTables(client)).map((table) => [table.name, table]))
  const statements = await statementsFor(client, [...tables.values()], head, site)
  const read = reader()
  let batch: { table: string; lines: string[] } = { table: '', lines: [] }
  const write = async (): Promise<void> => {
    const text = statements.get(batch.table)
    if (batch.lines.length > 0 && text) await client.query(text, [`[${batch.lines.join(',')}]`])
    batch = { table: '', lines: [] }
  }
  for (let line = await all.next(); !line.done; line = await all.next()) {
    const table = read.take(line.value)
    if (table === null) continue
    if (!tables.has(table))
      return { outcome: 'refused', because: `it has rows of ${table}, which are no site's` }
    if (table !== batch.table || batch.lines.length >= LINES_AT_ONCE) await write()
    batch.table = table
    batch.lines.push(line.value)
  }
  await write()
  const wrong = read.wrong()
  if (wrong !== null) return { outcome: 'refused', because: wrong }
  const differences = await compareWithLedger(client, site)
  if (differences > 0)
    return { outcome: 'refused', because: `its stock is not what its ledger says, in ${differences} bins` }
  await client.query('INSERT INTO site_import VALUES ($1, $2, $3)', [head.id, site, now])
  return { outcome: 'imported', site, rows: read.rows() }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Counts and hashes what comes by, and compares it with what the end says. */
function reader() {
  const seen = new Map<string, { rows: number; hash: Hash }>()
  let end: SiteFileEnd | undefined
  return {
    take(line: string): string | null {
      const table = /^\{"table":"(\w+)","row":/.exec(line)?.[1]
      if (table === undefined) {
        end = siteFileEndSchema.safeParse(parse(line)).data
        return null
      }
      const known = seen.get(table) ?? { rows: 0, hash: createHash('sha256') }
      known.rows++
      known.hash.update(`${line}\n`)
      seen.set(table, known)
      return table
    },
    rows: (): number => [...seen.values()].reduce((sum, { rows }) => sum + rows, 0),
    wrong(): string | null {
      if (!end) return 'it breaks off before its end'
      for (const [table, { rows, sha256 }] of Object.entries(end.end)) {
        const found = seen.get(table) ?? { rows: 0, hash: createHash('sha256') }
        if (found.rows !== rows || found.hash.digest('hex') !== sha256)
          return `its rows of ${table} are damaged`
      }
      return null
    },
  }
}

/** One INSERT for each table, which takes lines and puts their numbers and their site to rights. */
async function statementsFor(
  client: PoolClient,
  tables: SiteTable[],
  head: SiteFileHead,
  site: string,
): Promise<Map<string, string>> {
  const moves = new Map<string, bigint>()
  for (const { name, numbers } of tables)
    for (const { column } of numbers.filter(({ of }) => of === name))
      moves.set(`${name}.${column}`, await makeRoom(client, name, column, head))
  const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
  return new Map(
    tables.map(({ name, columns, json, numbers, siteColumn }) => {
      const put: string[] = siteColumn ? [`'${siteColumn}', ${literal(site)}::text`] : []
      for (const { column, of } of numbers) {
        const by = moves.get(`${of}.${of === name ? column : 'id'}`) ?? 0n
        if (by > 0n) put.push(`'${column}', (row->>'${column}')::bigint + ${by}`)
      }
      // Another site's number would name the first one.
      if (name === 'site' && site !== head.site) put.push(`'gln', NULL::text`)
      if (site !== head.site)
        for (const column of json)
          put.push(
            `'${column}', CASE WHEN row->'${column}'->>'site' = ${literal(head.site)}
               THEN (row->'${column}') || jsonb_build_object('site', ${literal(site)}::text) ELSE row->'${column}' END`,
          )
      if (columns.includes('xid')) put.push(`'xid', ${NO_NEWS}`)
      const list = columns.map((column) => `"${column}"`).join(', ')
      return [
        name,
        `INSERT INTO "${name}" (${list}) SELECT ${columns.map((column) => `r."${column}"`).join(', ')}
         FROM (SELECT line->'row' AS row FROM jsonb_array_elements($1::jsonb) line) l,
              jsonb_populate_record(NULL::"${name}", row || jsonb_build_object(${put.join(', ')})) r
         ${name === 'product' ? 'ON CONFLICT DO NOTHING' : ''}`,
      ]
    }),
  )
}

/** By how much numbers of a sequence move, so that none is taken; the sequence goes on behind them. */
async function makeRoom(
  client: PoolClient,
  table: string,
  column: string,
  head: SiteFileHead,
): Promise<bigint> {
  const range = head.numbers[`${table}.${column}`]
  if (!range) return 0n
  const { rows } = await client.query<{ sequence: string; top: string }>(
    `SELECT pg_get_serial_sequence($1, $2) AS sequence, coalesce(max("${column}"), 0)::text AS top FROM "${table}"`,
    [table, column],
  )
  const { sequence, top } = rows[0] ?? {}
  if (!sequence || top === undefined) return 0n
  // Nobody takes a number meanwhile that is about to be ours.
  await client.query(`LOCK TABLE "${table}" IN SHARE ROW EXCLUSIVE MODE`)
  const used = await client.query<{ last: string }>(`SELECT last_value::text AS last FROM ${sequence}`)
  const highest = [BigInt(top), BigInt(top) === 0n ? 0n : BigInt(used.rows[0]?.last ?? 0)].reduce((a, b) =>
    a > b ? a : b,
  )
  const by = highest >= BigInt(range.low) ? highest - BigInt(range.low) + 1n : 0n
  await client.query('SELECT setval($1, greatest($2::bigint, $3::bigint))', [
    sequence,
    (BigInt(range.high) + by).toString(),
    used.rows[0]?.last,
  ])
  return by
}

/** Bins whose stock is not the sum of their ledger. */
async function compareWithLedger(client: PoolClient, site: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM
       (SELECT bin_id, sku, lot, sum(quantity) AS units FROM ledger_entry WHERE site_id = $1 GROUP BY 1, 2, 3) e
       FULL JOIN (SELECT bin_id, sku, lot, on_hand - shortfall AS units FROM stock_line WHERE site_id = $1) s
       USING (bin_id, sku, lot) WHERE coalesce(e.units, 0) <> coalesce(s.units, 0)`,
    [site],
  )
  return rows[0]?.n ?? 0
}
