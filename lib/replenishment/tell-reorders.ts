import { stringify } from 'csv-stringify/sync'
import { listReorders, type ReorderFilter } from './list-reorders'
import type { Reorder } from './reorder-schema'

const COLUMNS = [
  ...[
    'sku',
    'name',
    'department',
    'supplier',
    'day',
    'state',
    'proposed',
    'quantity',
    'packUnits',
    'unitCostMinor',
  ],
  ...['stockOutOn', 'orderBy', 'expectedOn', 'receivedUnits', 'because'],
] as const satisfies (keyof Reorder)[]
const PAGE = 1_000
/** A cell that begins so is taken for a formula by a spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/

/** Every reorder that a filter finds as CSV (RFC 4180). */
export async function tellReorders(
  site: string,
  filter: Omit<ReorderFilter, 'limit' | 'cursor'>,
): Promise<string> {
  const rows: unknown[][] = []
  let cursor: string | undefined
  do {
    const page = await listReorders(site, { ...filter, limit: PAGE, cursor })
    for (const row of page.items) rows.push(COLUMNS.map((name) => cellOf(row[name])))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return stringify([[...COLUMNS], ...rows], { record_delimiter: 'windows' })
}

const cellOf = (value: string | number | null) =>
  typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value
