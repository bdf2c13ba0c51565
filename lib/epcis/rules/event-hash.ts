import { canonicalUri } from './canonical-uri'
import type { Prefixes } from './context-prefixes'
import { canonicalTime } from './event-time'
import { isUri } from './uri'

// CBV 2.0, 8.9.2 (EPCIS Event Hash ID), with the order of properties and of pairs that its reference implementation has.

type Value = unknown
type Writer = (value: Value, prefixes: Prefixes) => string

const CBV = 'https://ref.gs1.org/cbv/'
const VOC = 'https://gs1.org/voc/'

const object = (value: Value): Record<string, Value> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
const array = (value: Value): Value[] => (Array.isArray(value) ? value : [value])
// By code points of UTF-8: JavaScript's own order, of UTF-16, differs beyond the first plane.
const sorted = (texts: string[]): string[] => [...texts].sort((a, b) => compareCodePoints([...a], [...b]))

function compareCodePoints(a: string[], b: string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at]?.codePointAt(0) ?? 0) - (b[at]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function expanded(text: string, prefixes: Prefixes): string {
  const [, prefix = '', rest = ''] = /^([^:]+):(?!\/\/)(.*)$/s.exec(text) ?? []
  return Object.hasOwn(prefixes, prefix) ? prefixes[prefix] + rest : text
}

function scalar(value: Value): string {
  // Numbers as JavaScript writes them have no trailing zeros.
  return String(value).trim()
}
const uri: Writer = (value, prefixes) => canonicalUri(expanded(scalar(value), prefixes))
const word =
  (stem: string): Writer =>
  (value, prefixes) => {
    const text = scalar(value)
    if (!isUri(text)) return stem + text
    const old = /^urn:epcglobal:cbv:[a-z]+:(.+)$/.exec(text)?.[1]
    return old === undefined ? expanded(text, prefixes) : stem + old
  }
const time: Writer = (value) => canonicalTime(scalar(value)) ?? scalar(value)
const plain: Writer = (value) => scalar(value)

/** `key=value`, for a value that is there. */
const pair =
  (key: string, write: Writer): Writer =>
  (value, prefixes) =>
    value === undefined || value === null ? '' : `${key}=${write(value, prefixes)}`

/** The list's name once, then its members in their order; nothing for an empty list. */
const list =
  (name: string, member: Writer): Writer =>
  (value, prefixes) => {
    if (value === undefined || array(value).length === 0) return ''
    return name + sorted(array(value).map((one) => member(one, prefixes))).join('')
  }

/** The fields of an object in this order, then whatever it has of its own. */
const fields =
  (order: [string, Writer][], own = true): Writer =>
  (value, prefixes) => {
    const given = object(value)
    const known = order.map(([key, write]) => write(given[key], prefixes)).join('')
    const names = new Set(order.map(([key]) => key))
    const others = Object.entries(given).filter(([key]) => !names.has(key))
    return known + (own ? extensions(Object.fromEntries(others), prefixes) : '')
  }

/** Fields of somebody's own, by their full names in braces, sorted with all that is in them. */
function extensions(value: Record<string, Value>, prefixes: Prefixes): string {
  const texts = Object.entries(value)
    .filter(([key]) => isUri(key) && !expanded(key, prefixes).startsWith(prefixes.rdfs ?? ''))
    .flatMap(([key, content]) => array(content).map((one) => extension(braced(key, prefixes), one, prefixes)))
  return sorted(texts).join('')
}

function extension(name: string, value: Value, prefixes: Prefixes): string {
  if (typeof value === 'object' && value !== null) return name + extensions(object(value), prefixes)
  return `${name}=${scalar(value)}`
}

function braced(key: string, prefixes: Prefixes): string {
  const full = expanded(key, prefixes)
  const at = Math.max(full.lastIndexOf('/'), full.lastIndexOf('#'), full.lastIndexOf(':')) + 1
  return `{${full.slice(0, at)}}${full.slice(at)}`
}

const pairs = (keys: [string, Writer][]): [string, Writer][] =>
  keys.map(([key, write]) => [key, pair(key, write)])
const epcs = (name: string): [string, Writer] => [name, list(name, pair('epc', uri))]
const quantityElement = fields(
  pairs([
    ['epcClass', uri],
    ['quantity', plain],
    ['uom', plain],
  ]),
)
const quantities = (name: string): [string, Writer] => [
  name,
  list(name, (one, prefixes) => `quantityElement${quantityElement(one, prefixes)}`),
]
const place = (name: string): [string, Writer] => {
  const inner = fields([['id', pair('id', uri)]])
  return [name, (value, prefixes) => (value === undefined ? '' : name + inner(value, prefixes))]
}
const typed = (name: string, key: string, stem: string): [string, Writer] => [
  name,
  list(
    name,
    fields(
      pairs([
        ['type', word(stem)],
        [key, uri],
      ]),
    ),
  ),
]
const disposition = word(`${CBV}Disp-`)
const device: [string, Writer][] = ['deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod'].map(
  (key) => [key, uri],
)

const sensorMetadata = fields(
  pairs([['time', time], ['startTime', time], ['endTime', time], ...device, ['bizRules', uri]]),
)
const sensorReport = fields(
  pairs([
    ['type', word(VOC)],
    ['exception', word(VOC)],
    ...device,
    ['time', time],
    ['microorganism', plain],
    ['chemicalSubstance', plain],
    ['value', plain],
    ['component', word(`${CBV}Comp-`)],
    ['stringValue', plain],
    ['booleanValue', plain],
    ['hexBinaryValue', plain],
    ['uriValue', uri],
    ['minValue', plain],
    ['maxValue', plain],
    ['meanValue', plain],
    ['sDev', plain],
    ['percRank', plain],
    ['percValue', plain],
    ['uom', plain],
    ['coordinateReferenceSystem', plain],
  ]),
)
const sensorElement = fields([
  ['sensorMetadata', (value, prefixes) => (value ? `sensorMetadata${sensorMetadata(value, prefixes)}` : '')],
  [
    'sensorReport',
    (value, prefixes) =>
      sorted(array(value).map((one) => `sensorReport${sensorReport(one, prefixes)}`)).join(''),
  ],
])

const CERTIFICATION: [string, Writer] = [
  'certificationInfo',
  (value, prefixes) =>
    value === undefined
      ? ''
      : sorted(array(value).map((one) => pair('certificationInfo', uri)(one, prefixes))).join(''),
]
const event = fields([
  ['type', pair('eventType', plain)],
  ['eventTime', pair('eventTime', time)],
  ['eventTimeZoneOffset', pair('eventTimeZoneOffset', plain)],
  CERTIFICATION,
  epcs('epcList'),
  ['parentID', pair('parentID', uri)],
  epcs('inputEPCList'),
  epcs('childEPCs'),
  quantities('quantityList'),
  quantities('childQuantityList'),
  quantities('inputQuantityList'),
  epcs('outputEPCList'),
  quantities('outputQuantityList'),
  ['action', pair('action', plain)],
  ['transformationID', pair('transformationID', uri)],
  ['bizStep', pair('bizStep', word(`${CBV}BizStep-`))],
  ['disposition', pair('disposition', disposition)],
  [
    'persistentDisposition',
    list('persistentDisposition', (value, prefixes) =>
      ['set', 'unset']
        .flatMap((key) =>
          sorted(array(object(value)[key] ?? []).map((one) => pair(key, disposition)(one, prefixes))),
        )
        .join(''),
    ),
  ],
  place('readPoint'),
  place('bizLocation'),
  typed('bizTransactionList', 'bizTransaction', `${CBV}BTT-`),
  typed('destinationList', 'destination', `${CBV}SDT-`),
  typed('sourceList', 'source', `${CBV}SDT-`),
  [
    'sensorElementList',
    list('sensorElementList', (one, prefixes) => `sensorElement${sensorElement(one, prefixes)}`),
  ],
  ['ilmd', (value, prefixes) => (value === undefined ? '' : `ilmd${extensions(object(value), prefixes)}`)],
])

/** Said of an event, not by it: whoever stores it again, or declares it an error, does not make it another one. */
const NOT_HASHED = ['eventID', 'recordTime', 'errorDeclaration', '@context']

/** The text of which the hash of an event is made: the same for every way to say the same event. */
export function preHash(sent: Record<string, unknown>, prefixes: Prefixes): string {
  return event(
    Object.fromEntries(Object.entries(sent).filter(([key]) => !NOT_HASHED.includes(key))),
    prefixes,
  )
}

/** The id that an event has by its content (RFC 6920), of the SHA-256 of its pre-hash text in hexadecimal. */
export const hashId = (sha256: string): string => `ni:///sha-256;${sha256}?ver=CBV2.0`
