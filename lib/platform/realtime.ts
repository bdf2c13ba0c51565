import { pool } from './db'
import type { LiveChange, LiveTouch } from './live-change'
import { logger } from './logger'
import { slot } from './slot'

const NOTIFY_LIMIT_BYTES = 7_500 // Postgres refuses payloads of 8,000 bytes
const GATHER_MS = 20

/** So many ids of ten digits fit a payload. */
const IDS_A_TOUCH = 500

let waiting: (LiveChange | LiveTouch)[] = []
let timer: NodeJS.Timeout | undefined

/**
 * Tells the screens of a site that something changed, after its commit. In the web process the sockets are at hand;
 * elsewhere changes are gathered for 20 ms and sent as one NOTIFY, because a NOTIFY a row makes commits queue up.
 * A lost message is caught up by the screen's own refetch, so failure here never fails the caller.
 */
export function announce(change: LiveChange): void {
  if (slot.emitLive) {
    slot.emitLive(change)
    return
  }
  send(change)
}

/** Tells the web processes which rows of a site's high-rate stream changed, after the commit; see `announce`. */
export function announceTouched({ touched, ...about }: LiveTouch): void {
  if (slot.touchLive) {
    slot.touchLive({ ...about, touched })
    return
  }
  for (let at = 0; at < touched.length; at += IDS_A_TOUCH)
    send({ ...about, touched: touched.slice(at, at + IDS_A_TOUCH) })
}

function send(message: LiveChange | LiveTouch): void {
  waiting.push(message)
  if (timer === undefined) timer = setTimeout(() => void flush(), GATHER_MS)
}

async function flush(): Promise<void> {
  timer = undefined
  const changes = waiting
  waiting = []
  for (const payload of inPayloads(changes)) {
    await pool.query('SELECT pg_notify($1, $2)', ['live', payload]).catch((error: unknown) => {
      logger.warn({ error }, 'a live change was not sent')
    })
  }
}

function inPayloads(changes: (LiveChange | LiveTouch)[]): string[] {
  const payloads: string[] = []
  let batch: string[] = []
  let bytes = 2
  for (const change of changes) {
    const text = JSON.stringify(change)
    const size = Buffer.byteLength(text) + 1
    if (bytes + size > NOTIFY_LIMIT_BYTES) {
      payloads.push(`[${batch.join(',')}]`)
      batch = []
      bytes = 2
    }
    batch.push(text)
    bytes += size
  }
  if (batch.length > 0) payloads.push(`[${batch.join(',')}]`)
  return payloads
}
