import { parseItem } from 'structured-headers'
import { refuse } from '@/app/answers'

const BARE_TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z:/=]{1,255}$/

/**
 * The Idempotency-Key header (IETF httpapi draft): an RFC 8941 string, or a bare token as many clients send it.
 * Both spellings of one key are one key.
 */
export function readIdempotencyKey(header: string | null): string {
  if (header === null) {
    refuse({
      status: 400,
      title: 'Idempotency-Key is missing',
      detail: 'Send a fresh key with every new order.',
    })
  }
  const text = header.trim()
  const key = text.startsWith('"') ? quoted(text) : BARE_TOKEN.test(text) ? text : undefined
  if (key !== undefined && key.length >= 1 && key.length <= 255) return key
  refuse({
    status: 400,
    title: 'Idempotency-Key is not valid',
    detail: 'A quoted string or a token of 1 to 255 characters.',
  })
}

function quoted(text: string): string | undefined {
  try {
    const [value] = parseItem(text)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}
