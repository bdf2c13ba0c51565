import { checkDigit } from './check-digit'
import { digitalLink } from './digital-link'
import type { Gs1Element } from './element-string'
import { wrongValue } from './element-value'

type Scheme = { parts: number; elements: (parts: string[]) => Gs1Element[] | undefined }

const withCheckDigit = (digits: string): string => digits + (checkDigit(digits) ?? '')
const element = (ai: string, value: string): Gs1Element => ({ ai, value })
// The item reference begins with the indicator digit, which a GTIN has in front of the company prefix.
const gtin = (company: string, item: string): string =>
  withCheckDigit(item.slice(0, 1) + company + item.slice(1))
const sscc = gtin
const plain = (company: string, reference: string): string => withCheckDigit(company + reference)

/** How each EPC scheme of the Tag Data Standard, chapter 6, is made of element values. A `*` has been taken away. */
const SCHEMES: Record<string, Scheme> = {
  sgtin: scheme(3, ([c = '', i = '', serial]) => [element('01', gtin(c, i)), ...optional('21', serial)]),
  lgtin: scheme(3, ([c = '', i = '', lot]) => [element('01', gtin(c, i)), ...optional('10', lot)]),
  upui: scheme(3, ([c = '', i = '', tpx]) => [element('01', gtin(c, i)), ...optional('235', tpx)]),
  sscc: scheme(2, ([c = '', serial = '']) => [element('00', sscc(c, serial))]),
  sgln: scheme(3, ([c = '', l = '', extension]) => [
    element('414', plain(c, l)),
    ...optional('254', extension === '0' ? undefined : extension),
  ]),
  pgln: scheme(2, ([c = '', party = '']) => [element('417', plain(c, party))]),
  grai: scheme(3, ([c = '', type = '', serial = '']) => [element('8003', `0${plain(c, type)}${serial}`)]),
  giai: scheme(2, ([c = '', asset = '']) => [element('8004', c + asset)]),
  gsrn: scheme(2, ([c = '', service = '']) => [element('8018', plain(c, service))]),
  gsrnp: scheme(2, ([c = '', service = '']) => [element('8017', plain(c, service))]),
  gdti: scheme(3, ([c = '', type = '', serial = '']) => [element('253', plain(c, type) + serial)]),
  sgcn: scheme(3, ([c = '', coupon = '', serial = '']) => [element('255', plain(c, coupon) + serial)]),
  ginc: scheme(2, ([c = '', consignment = '']) => [element('401', c + consignment)]),
  gsin: scheme(2, ([c = '', shipment = '']) => [element('402', plain(c, shipment))]),
  itip: scheme(5, ([c = '', i = '', piece = '', total = '', serial]) => [
    element('8006', gtin(c, i) + piece + total),
    ...optional('21', serial),
  ]),
  cpi: scheme(3, ([c = '', part = '', serial]) => [element('8010', c + part), ...optional('8011', serial)]),
}

function scheme(parts: number, elements: Scheme['elements']): Scheme {
  return { parts, elements }
}
function optional(ai: string, value: string | undefined): Gs1Element[] {
  return value === undefined ? [] : [element(ai, value)]
}

const URN = /^urn:epc:(id|class|idpat):([a-z]+):(.+)$/

/**
 * The elements that an EPC URN (`urn:epc:id:…`, `urn:epc:class:…`, `urn:epc:idpat:…` with `*` for its serial) stands for,
 * after the Tag Data Standard; undefined for any other URI and for a pattern that leaves open more than the serial.
 */
export function elementsOfUrn(urn: string): Gs1Element[] | undefined {
  const [, kind, name = '', rest = ''] = URN.exec(urn) ?? []
  const known = SCHEMES[name]
  if (!known) return undefined
  const dots = rest.split('.')
  // A serial may itself have dots.
  const parts = [...dots.slice(0, known.parts - 1), dots.slice(known.parts - 1).join('.')]
  if (dots.length < known.parts) return undefined
  const given = kind === 'idpat' && parts.at(-1) === '*' ? parts.slice(0, -1) : parts
  const elements = known.elements(given.map(unescaped))
  return elements?.some(({ ai, value }) => wrongValue(ai, value) !== undefined) ? undefined : elements
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The canonical Digital Link of an EPC URN; undefined when it is none. */
export function linkOfUrn(urn: string): string | undefined {
  const elements = elementsOfUrn(urn)
  return elements && digitalLink(elements)
}

/**
 * The EPC URN of a key: the way back needs to be told how many digits the company prefix has, for the key does not say.
 * Knows the keys of goods and places: SGTIN, LGTIN (class), SSCC, SGLN.
 */
export function urnOf(elements: readonly Gs1Element[], companyDigits: number): string | undefined {
  const value = (ai: string) => elements.find((one) => one.ai === ai)?.value
  const [item, unit, place] = [value('01'), value('00'), value('414')]
  const inner = (key: string) =>
    `${key.slice(1, 1 + companyDigits)}.${key.slice(0, 1)}${key.slice(1 + companyDigits, -1)}`
  const [serial, lot] = [value('21'), value('10')]
  if (item && serial !== undefined) return `urn:epc:id:sgtin:${inner(item)}.${inUrn(serial)}`
  if (item && lot !== undefined) return `urn:epc:class:lgtin:${inner(item)}.${inUrn(lot)}`
  if (unit) return `urn:epc:id:sscc:${inner(unit)}`
  if (place) {
    const parts = `${place.slice(0, companyDigits)}.${place.slice(companyDigits, -1)}`
    return `urn:epc:id:sgln:${parts}.${inUrn(value('254') ?? '0')}`
  }
  return undefined
}

const inUrn = (serial: string): string =>
  serial.replace(/["%&/<>?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
