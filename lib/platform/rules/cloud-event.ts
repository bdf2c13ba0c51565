import { decodeUtf8 } from './header-value'
import { isStorable } from './storable-json'

/** An event in the shape of CloudEvents 1.0's JSON format. Every other member is an extension attribute. */
export type CloudEvent = {
  specversion: '1.0'
  id: string
  source: string
  type: string
  subject?: string
  time?: string
  datacontenttype?: string
  dataschema?: string
  data?: unknown
  data_base64?: string
  [extension: string]: unknown
}

const REQUIRED = ['specversion', 'id', 'source', 'type'] as const
const NAME = /^[a-z0-9]+$/
const CONTROL = /\p{Cc}/u
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const URI_REFERENCE = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/
const RFC_3339 =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+\s*(;.*)?$/

/** What the specification asks of an attribute beyond being text that is not empty; all others are extensions. */
const CORE: Record<string, { isRight: (value: string) => boolean; asked: string }> = {
  specversion: { isRight: (value) => value === '1.0', asked: '1.0' },
  id: { isRight: () => true, asked: '' },
  type: { isRight: () => true, asked: '' },
  subject: { isRight: () => true, asked: '' },
  source: { isRight: (value) => URI_REFERENCE.test(value), asked: 'a URI reference (RFC 3986)' },
  time: { isRight: (value) => RFC_3339.test(value), asked: 'an RFC 3339 time' },
  datacontenttype: { isRight: (value) => MEDIA_TYPE.test(value), asked: 'a media type' },
  dataschema: {
    isRight: (value) => SCHEME.test(value) && URI_REFERENCE.test(value),
    asked: 'an absolute URI',
  },
}

/**
 * Reads an event in the JSON format, whatever came before as headers or as JSON. An attribute that is null is absent.
 * Base64 of a JSON type becomes the JSON that it stands for.
 */
export function readCloudEvent(raw: unknown): { event: CloudEvent } | { invalid: string } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { invalid: 'not a JSON object' }
  const rest: Record<string, unknown> = {}
  let base64: string | undefined
  for (const [name, value] of Object.entries(raw)) {
    if (value === null) continue
    const wrong = wrongMember(name, value)
    if (wrong !== undefined) return { invalid: wrong }
    if (name === 'data_base64') base64 = value
    else rest[name] = value
  }
  for (const name of REQUIRED) if (!(name in rest)) return { invalid: `${name} is missing` }
  if (base64 !== undefined && 'data' in rest) return { invalid: 'data and data_base64 exclude each other' }
  const type = rest.datacontenttype
  if (base64 !== undefined) {
    const carried = dataOf(bytesOf(base64), String(type ?? ''))
    if (carried === undefined) return { invalid: `data_base64 is not ${type}` }
    Object.assign(rest, carried)
  }
  const event = rest as CloudEvent
  if (!isStorable(event.data))
    return { invalid: 'data holds U+0000, half a surrogate pair or more than 64 levels' }
  return { event }
}

function wrongMember(name: string, value: unknown): string | undefined {
  if (name === 'data') return undefined
  if (name === 'data_base64')
    return typeof value === 'string' && BASE64.test(value) ? undefined : 'data_base64 is not Base64'
  if (!NAME.test(name)) return `${JSON.stringify(name)} is no attribute name: only a-z and 0-9`
  if (typeof value === 'string' && (CONTROL.test(value) || !isStorable(value)))
    return `${name} holds a control character`
  const core = CORE[name]
  if (!core)
    return isExtensionValue(value) ? undefined : `${name} is neither text, boolean nor a 32-bit integer`
  if (typeof value !== 'string') return `${name} is not text`
  if (value === '') return `${name} is empty`
  return core.isRight(value) ? undefined : `${name} is not ${core.asked}`
}

const isExtensionValue = (value: unknown) =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && (value | 0) === value)

const isJson = (contentType: string) => /^[^;]*[/+]json\s*(;|$)/i.test(contentType)
const isText = (contentType: string) => /^\s*(text\/|[^;]*[/+]xml\s*(;|$))/i.test(contentType)
// Text in another charset stays bytes: whoever reads it knows how.
const isUtf8 = (contentType: string) => !/;\s*charset\s*=/i.test(contentType) || UTF_8.test(contentType)
const UTF_8 = /;\s*charset\s*=\s*"?(utf-8|us-ascii)"?\s*(;|$)/i

/**
 * The data members of an event whose body is these bytes: JSON parsed, text as text, everything else as Base64.
 * @returns undefined when the content type promises JSON or UTF-8 that the bytes are not
 */
export function dataOf(
  bytes: Uint8Array,
  contentType: string,
): { data: unknown } | { data_base64: string } | undefined {
  if (!isUtf8(contentType) || !(isJson(contentType) || isText(contentType)))
    return { data_base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) }
  const text = decodeUtf8(bytes)
  if (text === undefined) return undefined
  if (!isJson(contentType)) return { data: text }
  try {
    return { data: JSON.parse(text) }
  } catch {
    return undefined
  }
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
