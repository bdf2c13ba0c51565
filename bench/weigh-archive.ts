import type pg from 'pg'
import type { Table } from './tables'

/** The first moment of a month so many months ago. */
export const monthsAgo = (months: number) => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months))
}

/** Of these tables with all their partitions and indexes. */
export async function bytesOf(database: pg.Client, tables: string[]): Promise<number> {
  const { rows } = await database.query<{ bytes: string }>(
    `SELECT sum(pg_total_relation_size(leaf.relid)) AS bytes FROM unnest($1::text[]) name, pg_partition_tree(name::regclass) leaf`,
    [tables],
  )
  const plain = await database.query<{ bytes: string }>(
    'SELECT sum(pg_total_relation_size(name::regclass)) AS bytes FROM unnest($1::text[]) name',
    [tables],
  )
  return Number(rows[0]?.bytes ?? 0) || Number(plain.rows[0]?.bytes)
}

/** What an event and an order weigh, near and far. */
export async function weighTable(database: pg.Client, nearEvent: number, nearOrder: number): Promise<Table> {
  const { rows } = await database.query<{ events: string; orders: string }>(
    'SELECT (SELECT count(*) FROM archived_event) AS events, (SELECT count(*) FROM archived_order) AS orders',
  )
  const [{ events, orders } = { events: 1, orders: 1 }] = rows
  const far = await bytesOf(database, ['archive.inventory_event', 'archive.ledger_entry'])
  const known = await bytesOf(database, ['archived_event'])
  const farOrders = await bytesOf(database, ['archive.orders', 'archived_order'])
  const each = (bytes: number, of: string | number) => Math.round(bytes / Number(of))
  return {
    title: 'Bytes on disk, tables and indexes',
    columns: ['of', 'near', 'far', 'far: to know it again'],
    rows: [
      ['an event and its entry', Math.round(nearEvent), each(far, events), each(known, events)],
      ['an order of two lines', Math.round(nearOrder), each(farOrders, orders), 'in it'],
    ],
  }
}

/** What a question of a site and a month opens, by its plan. */
export async function pruningTable(database: pg.Client, site: string, months: number): Promise<Table> {
  const rows: (string | number)[][] = []
  for (const [table, column] of [
    ['inventory_event', 'recorded_at'],
    ['ledger_entry', 'recorded_at'],
  ]) {
    const { rows: plan } = await database.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT * FROM archive.${table} WHERE site_id = '${site}' AND ${column} >= $1 AND ${column} < $2`.replace(
        /\$(\d)/g,
        (_, n) => `'${monthsAgo(months - 1 - Number(n)).toISOString()}'`,
      ),
    )
    const opened = new Set(
      plan.flatMap((line) => line['QUERY PLAN'].match(new RegExp(`${table}_\\d{6}_\\w+`)) ?? []),
    )
    const { rows: all } = await database.query<{ leaves: number }>(
      `SELECT count(*)::int AS leaves FROM pg_partition_tree('archive.${table}') WHERE isleaf`,
    )
    rows.push([table ?? '', all[0]?.leaves ?? 0, opened.size, [...opened].join(', ')])
  }
  return {
    title: 'Partitions that a question of one site and month opens',
    columns: ['table', 'there are', 'opened', 'which'],
    rows,
  }
}
