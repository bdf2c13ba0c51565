import type { CloudEvent } from '@/lib/platform/rules/cloud-event'

const COLUMNS = [
  'type',
  'sku',
  'gtin',
  'quantity',
  'bin',
  'toBin',
  'lot',
  'expiresOn',
  'reason',
  'observedAt',
  'id',
] as const
type Column = (typeof COLUMNS)[number]

export type ImportHeader = { ok: true; columns: Column[] } | { ok: false; reason: string }

/** The columns of a file of stock events by its first row, in any order and case; what is wrong with it, in words. */
export function readImportHeader(cells: readonly string[]): ImportHeader {
  const names = cells.map((cell) => cell.trim())
  const columns = names.map((name) => COLUMNS.find((one) => one.toLowerCase() === name.toLowerCase()))
  const unknown = names.filter((_, at) => columns[at] === undefined)
  const known = columns.filter((column) => column !== undefined)
  const missing = [
    ...(['type', 'quantity'] as const).filter((column) => !known.includes(column)),
    ...(known.includes('sku') || known.includes('gtin') ? [] : ['sku or gtin']),
  ]
  const twice = known.filter((column, at) => known.indexOf(column) !== at)
  const faults = [
    ...(missing.length > 0 ? [`the header misses ${missing.join(', ')}`] : []),
    ...(unknown.length > 0
      ? [`it has unknown columns: ${unknown.map((name) => `"${name}"`).join(', ')}`]
      : []),
    ...(twice.length > 0 ? [`it has ${twice.join(', ')} twice`] : []),
  ]
  return faults.length > 0 ? { ok: false, reason: faults.join('; ') } : { ok: true, columns: known }
}

/** The row's file: what its rows say without saying it. */
export type ImportFile = { site: string; hash: string; observedAt: string }

/**
 * The CloudEvent that a row of a file stands for. A row without an id is named by its file and line, so that the same
 * file again is the same events. A quantity that is no whole number is left for the event's schema to name.
 */
export function eventOfRow(
  columns: readonly Column[],
  cells: readonly string[],
  line: number,
  { site, hash, observedAt }: ImportFile,
): { ok: true; event: CloudEvent } | { ok: false; reason: string } {
  const rest = cells.slice(columns.length).filter((cell) => cell.trim() !== '')
  if (cells.length < columns.length || rest.length > 0)
    return { ok: false, reason: `it has ${cells.length} columns, the header has ${columns.length}` }
  const row: Partial<Record<Column, string>> = {}
  for (const [at, column] of columns.entries()) {
    const cell = cells[at]?.trim()
    if (cell) row[column] = cell
  }
  const { type, id, quantity, ...told } = row
  if (!type) return { ok: false, reason: 'type is missing' }
  const units = quantity !== undefined && /^[+-]?\d{1,9}$/.test(quantity) ? Number(quantity) : quantity
  return {
    ok: true,
    event: {
      specversion: '1.0',
      source: 'stowline/imports',
      id: id === undefined ? `${site}/${hash}/${line}` : `${site}/${id}`,
      type: type.includes('.') ? type : `stowline.inventory.${type.toLowerCase()}.v1`,
      ...(told.sku ? { subject: told.sku } : {}),
      data: { site, observedAt, ...told, ...(units === undefined ? {} : { quantity: units }) },
    },
  }
}
