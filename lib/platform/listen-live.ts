import pg from 'pg'
import { z } from 'zod'
import { liveChangeSchema } from './live-change'
import { logger } from './logger'
import { slot } from './slot'

const AGAIN_MS = 1_000
const changesSchema = z.array(liveChangeSchema)

/**
 * Hears the changes that other processes announce and hands them to this one's sockets. A lost connection is opened
 * again; what was missed meanwhile the screens fetch by themselves.
 */
export async function listenLive(connectionString: string): Promise<{ close: () => Promise<void> }> {
  let closed = false
  let client: pg.Client | undefined

  async function connect(): Promise<void> {
    const opened = new pg.Client({ connectionString, keepAlive: true, application_name: 'stowline-live' })
    opened.on('error', () => {})
    opened.on('end', retry)
    opened.on('notification', ({ payload }) => deliver(payload ?? '[]'))
    client = opened
    await opened.connect()
    await opened.query('LISTEN live')
  }

  function retry(): void {
    if (closed) return
    setTimeout(() => {
      if (!closed) connect().catch(retry)
    }, AGAIN_MS)
  }

  await connect()
  return {
    close: async () => {
      closed = true
      await client?.end().catch(() => {})
    },
  }
}

function deliver(payload: string): void {
  const changes = changesSchema.safeParse(JSON.parse(payload))
  if (!changes.success) {
    logger.warn({ payload }, 'a live change that is none')
    return
  }
  for (const change of changes.data) slot.emitLive?.(change)
}
