import { isUtf8 } from 'node:buffer'
import { CsvError, parse } from 'csv-parse/sync'
import { readSupplyTerms } from './read-supply-terms'
import { termOfRow } from './rules/term-of-row'
import { type SaidTerm, setSupplyTerms } from './set-supply-terms'
import { TERM_COLUMNS, type TermImport } from './supply-schema'

type Imported = ({ outcome: 'imported' } & TermImport) | { outcome: 'wrong-file'; reason: string }

/** Lines that are told of one by one; the rest is only missing from what was taken. */
const MOST_REJECTED = 200

/**
 * Takes a file of supply terms (CSV with a header of `TERM_COLUMNS`, at least `sku`): each line says a SKU's terms anew, an
 * empty cell leaves what stood there. The same file again changes nothing. Lines that are wrong are told, the others taken.
 */
export async function importSupplyTerms(site: string, content: Uint8Array): Promise<Imported> {
  if (!isUtf8(content)) return { outcome: 'wrong-file', reason: 'the file is not UTF-8 text' }
  let rows: { info: { lines: number }; record: Record<string, string> }[]
  try {
    rows = parse(Buffer.from(content), {
      columns: true,
      bom: true,
      delimiter: [',', ';'],
      trim: true,
      info: true,
      skip_empty_lines: true,
    })
  } catch (error) {
    if (error instanceof CsvError) return { outcome: 'wrong-file', reason: error.message }
    throw error
  }
  const columns = Object.keys(rows[0]?.record ?? {})
  const strange = columns.filter((column) => !TERM_COLUMNS.some((known) => known === column))
  if (!columns.includes('sku') || strange.length > 0)
    return {
      outcome: 'wrong-file',
      reason: `its columns are to be some of ${TERM_COLUMNS.join(', ')}, with sku`,
    }
  const known = await readSupplyTerms(
    site,
    rows.map(({ record }) => record.sku ?? ''),
  )
  const said = new Map<string, SaidTerm>()
  const rejected: TermImport['rejected'] = []
  for (const { info, record } of rows) {
    const sku = record.sku ?? ''
    const term = known.get(sku)
    const read = term
      ? termOfRow(record, term)
      : { ok: false as const, reason: `no SKU ${sku} in the catalogue` }
    if (read.ok) said.set(sku, { sku, ...read.term })
    else rejected.push({ line: info.lines, reason: read.reason })
  }
  const taken = await setSupplyTerms(site, [...said.values()])
  return { outcome: 'imported', taken: taken.length, rejected: rejected.slice(0, MOST_REJECTED) }
}
