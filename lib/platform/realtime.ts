import { pool } from './db'
import type { LiveChange, LiveTouch } from './live-change'
import { logger } from './logger'
import { slot } from './slot'

const NOTIFY_LIMIT_BYTES = 7_500 // Postgres refuses payloads of 8,000 bytes
const ENVELOPE_BYTES = 70
const GATHER_MS = 20

// Who notifies holds a lock of the whole server until its commit is on the disk; a word to screens need not be.
const NOTIFY = "SELECT set_config('synchronous_commit', 'off', true), pg_notify('live', $1)"

/** So many ids of ten digits fit a payload. */
const IDS_A_TOUCH = 500

let waiting: (LiveChange | LiveTouch)[] = []
let timer: NodeJS.Timeout | undefined

/**
 * Tells the screens of a site that something changed, after its commit: at once those that are connected to this process.
 * For those of the others, changes are gathered for 20 ms and carried together, because a NOTIFY a row makes commits queue
 * up. A lost message is caught up by the screen's own refetch, so failure here never fails the caller.
 */
export function announce(change: LiveChange): void {
  slot.emitLive?.(change)
  send(change)
}

/** Tells the web processes which rows of a site's high-rate stream changed, after the commit; see `announce`. */
export function announceTouched({ touched, ...about }: LiveTouch): void {
  slot.touchLive?.({ ...about, touched })
  for (let at = 0; at < touched.length; at += IDS_A_TOUCH)
    send({ ...about, touched: touched.slice(at, at + IDS_A_TOUCH) })
}

function send(message: LiveChange | LiveTouch): void {
  waiting.push(message)
  if (timer === undefined) timer = setTimeout(() => void flush(), GATHER_MS)
}

async function flush(): Promise<void> {
  timer = undefined
  const messages = waiting
  waiting = []
  if (slot.carryLive?.({ from: slot.self, messages })) return
  for (const payload of inPayloads(messages)) {
    await pool.query({ name: 'announce', text: NOTIFY, values: [payload] }).catch((error: unknown) => {
      logger.warn({ error }, 'a live change was not sent')
    })
  }
}

function inPayloads(changes: (LiveChange | LiveTouch)[]): string[] {
  const payloads: string[] = []
  let batch: string[] = []
  let bytes = ENVELOPE_BYTES
  for (const change of changes) {
    const text = JSON.stringify(change)
    const size = Buffer.byteLength(text) + 1
    if (bytes + size > NOTIFY_LIMIT_BYTES) {
      payloads.push(inEnvelope(batch))
      batch = []
      bytes = ENVELOPE_BYTES
    }
    batch.push(text)
    bytes += size
  }
  if (batch.length > 0) payloads.push(inEnvelope(batch))
  return payloads
}

const inEnvelope = (messages: string[]): string =>
  `{"from":"${slot.self}","messages":[${messages.join(',')}]}`
