const PLAIN = /^[\x21\x23\x24\x26-\x7e]$/
const HEX = /^[0-9a-f]{2}$/i

/**
 * A CloudEvents attribute as the value of an HTTP header (CloudEvents HTTP binding 1.0, 3.1.3.2): space, `"`, `%` and all
 * beyond printable ASCII as percent-encoded UTF-8.
 */
export function encodeHeaderValue(value: string): string {
  return Array.from(value, (character) => (PLAIN.test(character) ? character : percent(character))).join('')
}

function percent(character: string): string {
  const bytes = new TextEncoder().encode(character)
  return Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}

/**
 * The attribute that a header's value stands for: quotes off, one round of percent decoding, UTF-8. A header arrives as
 * octets (one character each), so UTF-8 that a sender forgot to encode is read too.
 * @returns undefined where a percent sign encodes nothing, or the octets are not UTF-8
 */
export function decodeHeaderValue(value: string): string | undefined {
  const text = /^".*"$/.test(value) ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value
  const octets: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '%') {
      octets.push(text.charCodeAt(at))
      continue
    }
    const hex = text.slice(at + 1, at + 3)
    if (!HEX.test(hex)) return undefined
    octets.push(Number.parseInt(hex, 16))
    at += 2
  }
  return decodeUtf8(Uint8Array.from(octets))
}

/** The text of UTF-8 octets, or undefined when they are none. */
export function decodeUtf8(octets: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch {
    return undefined
  }
}
