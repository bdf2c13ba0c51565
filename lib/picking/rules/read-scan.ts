import { readDigitalLink } from '@/lib/catalog/rules/digital-link'
import { type Gs1Element, readElementString } from '@/lib/catalog/rules/element-string'
import { gtin14Of } from '@/lib/catalog/rules/gs1-key'
import type { Tour } from '../schema'

/** An item by its GTIN (14 digits) or by the SKU on a house's own label, with what the barcode adds. */
export type ScannedItem = { kind: 'item'; gtin?: string; sku?: string; lot?: string; expiresOn?: string }
export type Scan =
  | { kind: 'bin'; bin: string }
  | ScannedItem
  | { kind: 'tote'; tote: string }
  | { kind: 'unknown'; text: string }

/** What is known of labels while a tour is walked. */
export type KnownLabels = Pick<Tour, 'stops' | 'totes'>

/** FNC1 as scanners send it. */
const GS = '\u001d'
/** A symbology identifier (ISO/IEC 15424), and those that say GS1 or a bare GTIN. */
const SYMBOLOGY = /^\][A-Za-z][0-9A-Za-z]/
const SAYS_GS1 = /^\](C1|d2|Q3|e0|J1|E0|E4)/
/** A GTIN and more, from a scanner that left FNC1 out. */
const WITHOUT_FNC1 = /^01\d{14}./
/** The same with its brackets, as people read it. */
const BRACKETS = /\((\d{2,4})\)/g

/**
 * What a label says, however it was scanned or typed: a bin, an item, a tote, or something this tour knows nothing of.
 * Labels of the house are compared without regard to case. GS1 element strings (General Specifications, 3) and Digital
 * Links are read for GTIN, lot and expiry; a link to a place (414)(254) names a bin, one to an SSCC or a returnable
 * asset names a tote.
 */
export function readScan(scanned: string, { stops, totes }: KnownLabels): Scan {
  const text = scanned.replace(/[\r\n\t]/g, '').trim()
  const isGs1 = text.startsWith(GS) || SAYS_GS1.test(text)
  const read = isGs1 ? readElementString(text) : elementsWithin(text.replace(SYMBOLOGY, ''))
  if (read?.ok) return thingOf(read.elements) ?? { kind: 'unknown', text }
  const label = text.replace(SYMBOLOGY, '')
  const isSame = (other: string) => other.toLowerCase() === label.toLowerCase()
  const bin = stops.find((stop) => isSame(stop.bin))?.bin
  if (bin !== undefined) return { kind: 'bin', bin }
  const tote = totes.find((one) => isSame(one.tote))?.tote
  if (tote !== undefined) return { kind: 'tote', tote }
  const sku = stops.find((stop) => isSame(stop.sku))?.sku
  if (sku !== undefined) return { kind: 'item', sku }
  const gtin = /^\d+$/.test(label) ? gtin14Of(label) : undefined
  return gtin ? { kind: 'item', gtin } : { kind: 'unknown', text: label }
}

function elementsWithin(text: string) {
  if (/^https?:/i.test(text)) return readDigitalLink(text)
  if (WITHOUT_FNC1.test(text)) return readElementString(GS + text)
  if (text.startsWith('(')) return readElementString(text.replace(BRACKETS, `${GS}$1`))
  return undefined
}

function thingOf(elements: readonly Gs1Element[]): Scan | undefined {
  const told = (...ais: string[]) => elements.find(({ ai }) => ais.includes(ai))?.value
  const gtin = told('01', '02')
  if (gtin !== undefined) {
    const lot = told('10')
    const expires = told('17', '15')
    return {
      kind: 'item',
      gtin,
      ...(lot !== undefined && { lot }),
      ...(expires !== undefined && { expiresOn: dateOf(expires) }),
    }
  }
  const place = told('254')
  if (place !== undefined) return { kind: 'bin', bin: place }
  const tote = told('00', '8003', '8004')
  return tote === undefined ? undefined : { kind: 'tote', tote }
}

/** YYMMDD; day 00 is the last of its month. Food of the last century is not picked. */
function dateOf(yymmdd: string): string {
  const [year, month, day] = [0, 2, 4].map((at) => Number(yymmdd.slice(at, at + 2))) as [
    number,
    number,
    number,
  ]
  const lastDay = month === 2 ? (year % 4 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  const two = (part: number) => String(part).padStart(2, '0')
  return `20${two(year)}-${two(month)}-${two(day === 0 ? lastDay : day)}`
}
