import type { PoolClient } from 'pg'

/**
 * A table, as SQL names it, that may say something of a customer: its columns of words, what in a row names an order, if anything
 * does, and whether a row says of which site it is.
 */
export type PersonPlace = {
  table: string
  columns: { name: string; type: 'text' | 'json' | 'list' }[]
  link: string | null
  hasSite: boolean
}

/**
 * Tables where nobody looks for customers, and why. All others are looked through, so that a new table needs no thought to
 * be found and some to be left out.
 */
const WITHOUT_CUSTOMERS: Record<string, string> = {
  person: 'staff: they go with their account',
  session: 'staff',
  account: 'staff',
  verification: 'staff',
  alert_target: 'staff and machines that are told of alerts',
  shift_plan: 'staff who read reports',
  shift_report_mail: 'staff who read reports',
  audit_entry: 'says who of the staff did what to which thing, and is chained: nothing in it may change',
  erasure: 'names nobody',
  inventory_event: 'goods only, by the schemas at the door',
  ledger_entry: 'goods only',
  'archive.inventory_event': 'goods only',
  'archive.ledger_entry': 'goods only',
  epcis_event: 'goods only',
  epcis_capture: 'goods only',
  product: 'goods only',
  order_line: 'goods and their prices: what tax law wants kept as it is',
  _prisma_migrations: 'our own',
}
const TYPES: Record<string, 'text' | 'json' | 'list'> = {
  ...{ text: 'text', varchar: 'text', bpchar: 'text', json: 'json', jsonb: 'json', _text: 'list' },
}

/** Every place in the database as it is now. Parts of a table are looked through as the whole. */
export async function listPersonPlaces(client: PoolClient): Promise<PersonPlace[]> {
  const { rows } = await client.query<{ table: string; name: string; type: string }>(
    `SELECT c.oid::regclass::text AS table, a.attname AS name, t.typname AS type
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
     WHERE c.relnamespace IN ('public'::regnamespace, 'archive'::regnamespace) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND t.typname = ANY($1)
     ORDER BY 1, a.attnum`,
    [Object.keys(TYPES)],
  )
  const tables = new Map<string, typeof rows>()
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row])
  return [...tables]
    .filter(([table]) => !(table in WITHOUT_CUSTOMERS))
    .map(([table, all]) => {
      const names = new Set(all.map(({ name }) => name))
      const columns = all.map(({ name, type }) => ({ name, type: TYPES[type] ?? 'text' }))
      return { table, columns, link: linkOf(table, names), hasSite: names.has('site_id') }
    })
}

function linkOf(table: string, columns: Set<string>): string | null {
  if (table === 'orders' || table === 'archive.orders') return 'number'
  return ['order_number', 'subject'].find((column) => columns.has(column)) ?? null
}
