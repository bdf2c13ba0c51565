import type { StockImport } from '@/lib/inventory/schema'

/** What the server takes. */
export const LIMIT_BYTES = 8 * 1024 * 1024

/** A file to begin with: every column, and a line of each common kind. */
export const TEMPLATE = [
  'type,sku,quantity,bin,toBin,lot,expiresOn,reason,observedAt,id',
  'received,MILK-1L,24,,,L2611,2026-12-05,,2026-11-21T06:15:00Z,delivery-4711-1',
  'stowed,MILK-1L,24,A01-01-A1,,L2611,2026-12-05,,2026-11-21T06:40:00Z,delivery-4711-2',
  'adjusted,MILK-1L,-2,A01-01-A1,,L2611,,damage,2026-11-21T09:00:00Z,',
  'counted,MILK-1L,22,A01-01-A1,,L2611,,,2026-11-21T18:00:00Z,',
  '',
].join('\r\n')

/** A text as a field of CSV (RFC 4180). A leading = + - @ would be run as a formula by a spreadsheet. */
const field = (text: string): string => {
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The lines that were not taken, as a CSV file to work through. */
export const badLinesFile = (badLines: StockImport['badLines']): string =>
  ['line,reason', ...badLines.map(({ line, reason }) => `${line},${field(reason)}`), ''].join('\r\n')

/** Why a file need not be sent at all, in words; null when nothing speaks against it. */
export function wrongWithFile({ name, size }: { name: string; size: number }): string | null {
  if (!/\.(csv|txt)$/i.test(name)) return `${name} is not a CSV file.`
  if (size === 0) return `${name} is empty.`
  if (size > LIMIT_BYTES) return `${name} is larger than 8 MiB: cut it into several files.`
  return null
}
