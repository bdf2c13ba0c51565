import type { ClientBase } from 'pg'

/** A table of which a site has rows, and how they are known. */
export type SiteTable = {
  name: string
  /** A condition on its rows, of which $1 is the site. */
  where: string
  columns: string[]
  json: string[]
  /** Numbers of a sequence that name rows here only, and so may change on the way; and columns that repeat them. */
  numbers: { column: string; of: string }[]
  siteColumn: string | null
}

/** Tables that stay in their house, and why. All others go with the site they belong to. */
const LEFT_BEHIND: Record<string, string> = {
  ...{
    person: 'people',
    session: 'people',
    account: 'people, with secrets',
    verification: 'people, with secrets',
  },
  ...{
    membership: 'people',
    saved_view: 'people',
    api_key: 'secrets',
    audit_entry: 'what was done in that house',
  },
  ...{ webhook_endpoint: 'secrets', webhook_feed: 'of an endpoint', webhook_delivery: 'of an endpoint' },
  ...{
    alert_target: 'secrets',
    alert_notice: 'of a target',
    alert: 'of that house',
    alert_silence: 'of that house',
  },
  ...{
    queue_sample: 'of that house',
    idempotency_key: 'of its clients',
    sorter_owner: 'a process of that house',
  },
  ...{
    engine_run: 'its engine',
    engine_step: 'its engine',
    engine_job: 'its engine',
    engine_place: 'its engine',
  },
  ...{ engine_wait: 'its engine', engine_cancel_rule: 'its engine', engine_gate: 'its engine' },
  ...{
    heartbeat: 'its processes',
    function_pulse: 'its engine',
    backup_record: 'its backups',
    erasure: 'its law',
  },
  ...{
    demand_mark: 'how far it has counted',
    receipt_mark: 'how far it has counted',
    hours_folded: 'how far',
  },
  ...{ places_version: 'what it remembers', stock_level_mark: 'to be folded; the trigger writes them anew' },
  ...{
    epcis_capture: 'documents of its clients',
    epcis_query: 'of its clients',
    site_import: 'its own imports',
  },
  // What the archived months of a site come to goes along as `brought_forward`; the months themselves stay where they lie.
  ...{ archived_month: 'its archive', archived_event: 'its archive', archived_order: 'its archive' },
  ...{ ledger_archive: 'its archive', sign_in_throttle: 'its people', audit_chain: 'what was done there' },
  ...{ process_beat: 'its processes', size_sample: 'its own size' },
  ...{ payment_reconciliation: 'its books as a whole', _prisma_migrations: 'its schema' },
}
/** Columns that name a row by its number without a foreign key. */
const LOOSE: Record<string, string> = {
  ...{ bin_id: 'bin', stowed_bin_id: 'bin', stock_line_id: 'stock_line', event_row: 'inventory_event' },
}
/** Numbers on printed labels: they stay, or the archive does not fit. */
const LABELS = new Set(['tour_tote.number', 'parcel.number'])

type Column = { table: string; name: string; type: string; sequence: boolean }
type Reference = { table: string; columns: string[]; parent: string; keys: string[] }

/**
 * The tables of a site, each behind those it refers to, found from the schema: those with a `site_id`, those that refer to
 * a row of a site, those that name an order, and the products.
 * @throws Error that names the tables nobody has decided about: they belong to a site somehow, or stay (`LEFT_BEHIND`)
 */
export async function listSiteTables(client: ClientBase): Promise<SiteTable[]> {
  const columns = await readColumns(client)
  const references = await readReferences(client)
  const names = [...new Set(columns.map(({ table }) => table))].filter((name) => !(name in LEFT_BEHIND))
  const of = (table: string) => columns.filter((column) => column.table === table)
  const where = new Map<string, string>([
    ['site', 'id = $1'],
    ['product', '$1 <> $$$$'],
  ])
  const undecided = (): string[] => names.filter((name) => !where.has(name))
  for (let before = Number.POSITIVE_INFINITY; undecided().length < before; ) {
    before = undecided().length
    for (const name of undecided()) {
      const found = conditionOf(name, of(name), references, where)
      if (found !== null) where.set(name, found)
    }
  }
  if (undecided().length > 0)
    throw new Error(
      `which site has the rows of ${undecided().join(', ')}? Decide in lib/sites/list-site-tables.ts`,
    )
  return inOrder(names, references).map((name) => tableOf(name, of(name), references, where.get(name) ?? ''))
}

function conditionOf(
  name: string,
  columns: Column[],
  references: Reference[],
  known: Map<string, string>,
): string | null {
  const has = (column: string): boolean => columns.some((one) => one.name === column)
  if (has('site_id')) return 'site_id = $1'
  const parent = references.find((one) => one.table === name && known.has(one.parent))
  if (parent) {
    const keys = parent.keys.map((key) => `"${key}"`).join(', ')
    const own = parent.columns.map((column) => `"${column}"`).join(', ')
    return `(${own}) IN (SELECT ${keys} FROM "${parent.parent}" WHERE ${known.get(parent.parent)})`
  }
  return has('order_number') ? 'order_number IN (SELECT number FROM orders WHERE site_id = $1)' : null
}

function tableOf(name: string, columns: Column[], references: Reference[], where: string): SiteTable {
  const numbers = columns.flatMap((column) => {
    const parent = references.find(
      (one) => one.table === name && one.columns.length === 1 && one.columns[0] === column.name,
    )?.parent
    const of = parent ?? LOOSE[column.name]
    if (column.sequence)
      return LABELS.has(`${name}.${column.name}`) ? [] : [{ column: column.name, of: name }]
    return of !== undefined && ['int4', 'int8'].includes(column.type) ? [{ column: column.name, of }] : []
  })
  const siteColumn = name === 'site' ? 'id' : columns.some((one) => one.name === 'site_id') ? 'site_id' : null
  return {
    ...{ name, where, numbers, siteColumn },
    columns: columns.map((column) => column.name),
    json: columns.filter(({ type }) => type === 'jsonb').map((column) => column.name),
  }
}

/** Parents before children. */
function inOrder(names: string[], references: Reference[]): string[] {
  const sorted: string[] = []
  const visit = (name: string): void => {
    if (sorted.includes(name)) return
    for (const { parent } of references.filter((one) => one.table === name && one.parent !== name))
      if (names.includes(parent)) visit(parent)
    sorted.push(name)
  }
  for (const name of names) visit(name)
  return sorted
}

async function readColumns(client: ClientBase): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT c.relname AS table, a.attname AS name, t.typname AS type,
            pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL AS sequence
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY c.relname, a.attnum`,
  )
  return rows
}

async function readReferences(client: ClientBase): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(
    `SELECT k.conrelid::regclass::text AS table, k.confrelid::regclass::text AS parent,
            (SELECT array_agg(attname::text ORDER BY n) FROM unnest(k.conkey) WITH ORDINALITY u(num, n)
             JOIN pg_attribute ON attrelid = k.conrelid AND attnum = num) AS columns,
            (SELECT array_agg(attname::text ORDER BY n) FROM unnest(k.confkey) WITH ORDINALITY u(num, n)
             JOIN pg_attribute ON attrelid = k.confrelid AND attnum = num) AS keys
     FROM pg_constraint k WHERE k.contype = 'f' AND k.conparentid = 0 AND k.connamespace = 'public'::regnamespace
     ORDER BY 1, k.conname`,
  )
  return rows
}
