import { gtin13Of } from '@/lib/catalog/rules/gs1-key'
import { readScan } from '@/lib/picking/rules/read-scan'

/** An item by what `GET /api/find` knows it by, with what its barcode adds. */
export type ItemLabel = { query: string; lot: string; expiresOn: string }

const NOTHING = { stops: [], totes: [] }

/** The bin that a label names, in capitals: by the house's own code, or by a link to its place. */
export function binOn(label: string): string {
  const scan = readScan(label, NOTHING)
  const code = scan.kind === 'bin' ? scan.bin : scan.kind === 'unknown' ? scan.text : label.trim()
  return code.toUpperCase()
}

/** The item that a label names, however it is written: a GTIN alone, with lot and last day, in a link; else its SKU. */
export function itemOn(label: string): ItemLabel {
  const scan = readScan(label, NOTHING)
  if (scan.kind !== 'item' || scan.gtin === undefined)
    return { query: scan.kind === 'unknown' ? scan.text : label.trim(), lot: '', expiresOn: '' }
  const { gtin, lot = '', expiresOn = '' } = scan
  return { query: gtin13Of(gtin) ?? gtin, lot, expiresOn }
}
