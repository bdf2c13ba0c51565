import { CsvError, parse } from 'csv-parse/sync'
import { statement } from '@/lib/platform/db'
import { type DemandImport, type ImportedDay, importedDaySchema } from './schema'

const CSV = {
  bom: true,
  delimiter: [',', ';'],
  relax_column_count: true,
  skip_empty_lines: true,
  info: true,
}
const MOST_REJECTED = 100
const COLUMNS = Object.keys(importedDaySchema.shape)

type Import = ({ outcome: 'imported' } & DemandImport) | { outcome: 'wrong-file'; reason: string }
type Read = { line: number; day: ImportedDay }

/**
 * Keeps the history of another system: a CSV whose first line names its columns, `sku` and `day` and any of the others of a day
 * of demand. Only days before the site worked with Stowline, and known SKUs; the rest is rejected line by line. A day that is
 * there is replaced, so the same file twice is the same as once.
 */
export async function importDemand(site: string, content: Uint8Array): Promise<Import> {
  const file = readFile(content)
  if ('reason' in file) return { outcome: 'wrong-file', reason: file.reason }
  const days = [...new Map(file.read.map((one) => [`${one.day.sku} ${one.day.day}`, one])).values()]
  const kept = await statement<{ n: string }>(
    'import-demand',
    `WITH row AS (
       SELECT n, sku, day, ordered, sold, refused, shorted, "outOfStockMinutes", "revenueMinor"
         FROM json_to_recordset($2) AS r(n int, sku text, day date, ordered int, sold int, refused int, shorted int,
              "outOfStockMinutes" int, "revenueMinor" bigint)
        WHERE EXISTS (SELECT 1 FROM product WHERE product.sku = r.sku)
          AND day < (SELECT (created_at AT TIME ZONE time_zone)::date FROM site WHERE id = $1)
     ), kept AS (
       INSERT INTO demand_day (site_id, sku, day, ordered, sold, refused, shorted, out_of_stock_minutes, revenue_minor, is_imported)
       SELECT $1, sku, day, ordered, sold, refused, shorted, "outOfStockMinutes", "revenueMinor", true FROM row ORDER BY sku, day
       ON CONFLICT (site_id, sku, day) DO UPDATE SET ordered = excluded.ordered, sold = excluded.sold, refused = excluded.refused,
         shorted = excluded.shorted, out_of_stock_minutes = excluded.out_of_stock_minutes, revenue_minor = excluded.revenue_minor,
         is_imported = true
     )
     SELECT n::text FROM row`,
    [site, JSON.stringify(days.map(({ line, day }) => ({ n: line, ...day })))],
  )
  const known = new Set(kept.map(({ n }) => Number(n)))
  const reason = 'the SKU is not known, or the day is not before the site worked with Stowline'
  const rejected = [
    ...file.rejected,
    ...days.filter(({ line }) => !known.has(line)).map(({ line }) => ({ line, reason })),
  ].sort((a, b) => a.line - b.line)
  return {
    outcome: 'imported',
    imported: kept.length,
    rejected: rejected.slice(0, MOST_REJECTED),
    rejectedCount: rejected.length,
  }
}

type Record = { record: { [column: string]: string | undefined }; info: { lines: number } }
type File = { read: Read[]; rejected: DemandImport['rejected'] } | { reason: string }

function readFile(content: Uint8Array): File {
  try {
    let wrong: string | undefined
    const columns = (names: string[]) => {
      const trimmed = names.map((name) => name.trim())
      const strange = trimmed.filter((name) => !COLUMNS.includes(name))
      if (strange.length > 0)
        wrong = `unknown columns: ${strange.join(', ')}; known are ${COLUMNS.join(', ')}`
      if (!trimmed.includes('sku') || !trimmed.includes('day')) wrong = 'the columns sku and day are needed'
      return trimmed
    }
    const records = parse(Buffer.from(content), { ...CSV, columns }) as unknown as Record[]
    if (wrong !== undefined) return { reason: wrong }
    const read: Read[] = []
    const rejected: DemandImport['rejected'] = []
    for (const { record, info } of records) {
      const given = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''))
      const { success, data, error } = importedDaySchema.safeParse(given)
      if (success) read.push({ line: info.lines, day: data })
      else {
        const why = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
        rejected.push({ line: info.lines, reason: why })
      }
    }
    return { read, rejected }
  } catch (error) {
    if (error instanceof CsvError) return { reason: error.message }
    throw error
  }
}
