import type { Gs1Element, ReadElements } from './element-string'
import { wrongValue } from './element-value'

/** The domain of the canonical form (GS1 Digital Link: URI Syntax, 4.11). */
const CANONICAL = 'https://id.gs1.org'

/** The keys that may identify a thing in the path, each with the qualifiers that may follow it, in this order. */
const KEYS: Record<string, string[][]> = {
  '00': [[]],
  '01': [['22', '10', '21'], ['235']],
  '253': [[]],
  '255': [[]],
  '401': [[]],
  '402': [[]],
  '414': [['254']],
  '415': [['8020']],
  '417': [[]],
  '8003': [[]],
  '8004': [[]],
  '8006': [['22', '10', '21']],
  '8010': [['8011']],
  '8017': [['8019']],
  '8018': [['8019']],
}

/** Scheme all lower or all upper case, a domain, a path of at least a key and its value, perhaps a query. */
const LINK = /^(https?|HTTPS?):\/\/[^/?#\s]+(\/[^?#\s]*?)\/?(?:\?([^#\s]*))?(?:#\S*)?$/

const refused = (reason: string): ReadElements => ({ ok: false, reason })

/**
 * What a GS1 Digital Link URI identifies, of whatever domain: the key, its qualifiers, then the attributes of its query.
 * Parameters of the query that are no application identifiers are somebody else's.
 */
export function readDigitalLink(uri: string): ReadElements {
  const [, , path = '', query = ''] = LINK.exec(uri) ?? []
  const segments = path.split('/').slice(1)
  const start = segments.findIndex((_, at) => isIdentification(segments.slice(at)))
  if (start < 0) return refused('this is no GS1 Digital Link')
  const attributes = query
    .split(/[&;]/)
    .map((pair) => pair.split('='))
    .filter(([name = '']) => /^\d{2,4}$/.test(name))
  const inPath = segments.slice(start)
  const pairs = inPath.flatMap((ai, at) => (at % 2 === 0 ? [[ai, inPath[at + 1] ?? '']] : []))
  const elements: Gs1Element[] = []
  for (const [ai = '', text = ''] of [...pairs, ...attributes]) {
    const value = unescaped(text)
    const wrong = value === undefined ? `(${ai}) is not well encoded` : wrongValue(ai, value)
    if (value === undefined || wrong !== undefined) return refused(wrong ?? '')
    if (elements.some((element) => element.ai === ai)) return refused(`(${ai}) is said twice`)
    elements.push({ ai, value })
  }
  return { ok: true, elements }
}

function isIdentification(segments: string[]): boolean {
  const sequences = KEYS[segments[0] ?? '']
  if (!sequences || segments.length % 2 !== 0) return false
  const qualifiers = segments.filter((_, at) => at > 0 && at % 2 === 0)
  return sequences.some((order) => {
    const places = qualifiers.map((ai) => order.indexOf(ai))
    return places.every((place, at) => place > (places[at - 1] ?? -1))
  })
}

function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

// Only letters, digits and -._~ stand for themselves in the canonical form.
const escaped = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** The canonical Digital Link of a key and its qualifiers, in the order given; other elements become its query. */
export function digitalLink(elements: readonly Gs1Element[]): string {
  const [key, ...rest] = elements
  const order =
    (KEYS[key?.ai ?? ''] ?? []).find((sequence) => rest.some(({ ai }) => sequence.includes(ai))) ?? []
  const qualifiers = order.flatMap((ai) => rest.filter((element) => element.ai === ai))
  const attributes = rest.filter((element) => !qualifiers.includes(element))
  const path = [...(key ? [key] : []), ...qualifiers]
    .map(({ ai, value }) => `/${ai}/${escaped(value)}`)
    .join('')
  const query = attributes.map(({ ai, value }) => `${ai}=${escaped(value)}`).join('&')
  return CANONICAL + path + (query && `?${query}`)
}

/**
 * The one link of a thing among all links that lead to it, as CBV 2.0 compares them: canonical domain, no query, and of
 * the qualifiers only the finest: the serial number before the lot. Undefined for a URI that is no Digital Link.
 */
export function constrainedLink(uri: string): string | undefined {
  const read = readDigitalLink(uri)
  if (!read.ok) return undefined
  const [key] = read.elements
  if (!key) return undefined
  const FINEST = ['21', '235', '10', '254', '8011']
  const finest = FINEST.map((ai) => read.elements.find((element) => element.ai === ai)).find(Boolean)
  return digitalLink(finest ? [key, finest] : [key])
}
