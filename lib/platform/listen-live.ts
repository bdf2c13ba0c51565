import pg from 'pg'
import { z } from 'zod'
import { liveChangeSchema, liveTouchSchema } from './live-change'
import { logger } from './logger'
import { slot } from './slot'

const AGAIN_MS = 1_000
const messagesSchema = z.array(z.union([liveChangeSchema, liveTouchSchema]))

/**
 * Hears the changes that other processes announce and hands them to this one's sockets. A lost connection is opened
 * again; what was missed meanwhile the screens fetch by themselves.
 */
export async function listenLive(connectionString: string): Promise<{ close: () => Promise<void> }> {
  let closed = false
  let client: pg.Client | undefined
  let again: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    again = undefined
    const opened = new pg.Client({ connectionString, keepAlive: true, application_name: 'stowline-live' })
    opened.on('error', () => {})
    opened.on('end', retry)
    opened.on('notification', ({ payload }) => deliver(payload ?? '[]'))
    client = opened
    await opened.connect()
    await opened.query('LISTEN live')
  }

  // A failed attempt both rejects and ends: one of the two asks for the next, or attempts would double every second.
  function retry(): void {
    if (closed || again !== undefined) return
    again = setTimeout(() => connect().catch(retry), AGAIN_MS)
  }

  await connect()
  return {
    close: async () => {
      closed = true
      clearTimeout(again)
      await client?.end().catch(() => {})
    },
  }
}

function deliver(payload: string): void {
  const messages = messagesSchema.safeParse(JSON.parse(payload))
  if (!messages.success) {
    logger.warn({ payload }, 'a live change that is none')
    return
  }
  for (const message of messages.data) {
    if ('touched' in message) slot.touchLive?.(message)
    else slot.emitLive?.(message)
  }
}
