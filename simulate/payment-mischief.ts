import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { z } from 'zod'

/**
 * What goes wrong at one act, once for its key: `lost` decides and never answers, `error` answers 500 and `busy` 429
 * before deciding, `drip` decides and answers a byte at a time, `twice` answers and tells twice, `disorder` tells late.
 */
const mischiefSchema = z.enum(['lost', 'error', 'busy', 'drip', 'twice', 'disorder'])
export type Mischief = z.infer<typeof mischiefSchema>

/** How many acts of a hundred go wrong in which way, whatever the card: shares between 0 and 1. */
export const sharesSchema = z.partialRecord(mischiefSchema, z.number().min(0).max(1))
export type Shares = z.infer<typeof sharesSchema>

const OF_TOKEN: Record<string, Mischief> = {
  tok_lost: 'lost',
  tok_flaky: 'error',
  tok_busy: 'busy',
  tok_drip: 'drip',
  tok_twice: 'twice',
  tok_disorder: 'disorder',
}

const RETRY_AFTER_SECONDS = 1
const DRIP_MS = 250

export type Answer = { status: number; body: unknown; headers?: Record<string, string> }

/** Draws what goes wrong: by the card, else by shares, the same for a key at every start; each key only once. */
export function openMischief() {
  const seen = new Set<string>()
  let shares: Shares = {}
  return {
    setShares(wanted: Shares): void {
      shares = wanted
    },
    draw(key: string, source: string | undefined): Mischief | undefined {
      if (seen.has(key)) return undefined
      const drawn = OF_TOKEN[source ?? ''] ?? byShare(key, shares)
      if (drawn) seen.add(key)
      return drawn
    },
  }
}

function byShare(key: string, shares: Shares): Mischief | undefined {
  let point = createHash('sha256').update(key).digest().readUInt32BE() / 2 ** 32
  for (const [mischief, share] of Object.entries(shares)) {
    if (point < share) return mischiefSchema.parse(mischief)
    point -= share
  }
  return undefined
}

/** The answer that comes before any decision; undefined when the act is carried out. */
export function refusalOf(mischief: Mischief | undefined): Answer | undefined {
  if (mischief === 'error') return { status: 500, body: { error: 'try again' } }
  if (mischief !== 'busy') return undefined
  const headers = { 'retry-after': String(RETRY_AFTER_SECONDS) }
  return { status: 429, body: { error: 'too many requests' }, headers }
}

/** Sends an answer as it is, or as the mischief wants it. */
export function send(response: ServerResponse, { status, body, headers }: Answer, mischief?: Mischief): void {
  if (mischief === 'lost') return
  const text = JSON.stringify(body)
  const length = Buffer.byteLength(text)
  const { socket } = response
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': length, ...headers })
  if (mischief === 'drip') drip(response, text)
  else response.end(text)
  if (mischief === 'twice')
    socket?.write(
      `HTTP/1.1 ${status} Again\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${text}`,
    )
}

function drip(response: ServerResponse, text: string): void {
  let at = 0
  const timer = setInterval(() => {
    if (at < text.length) response.write(text.slice(at, ++at))
    else response.end()
    if (at >= text.length) clearInterval(timer)
  }, DRIP_MS)
  response.on('close', () => clearInterval(timer))
}
