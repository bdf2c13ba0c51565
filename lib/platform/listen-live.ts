import pg from 'pg'
import { hearLive } from './hear-live'

const AGAIN_MS = 1_000

/**
 * Hears the changes that other processes announce and hands them to this one's sockets. A lost connection is opened
 * again.
 * @param onGap something may have been missed: the connection was lost, and is there again
 */
export async function listenLive(
  connectionString: string,
  onGap: () => void,
): Promise<{ close: () => Promise<void> }> {
  let closed = false
  let client: pg.Client | undefined
  let again: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    again = undefined
    const opened = new pg.Client({ connectionString, keepAlive: true, application_name: 'stowline-live' })
    opened.on('error', () => {})
    opened.on('end', retry)
    opened.on('notification', ({ payload }) => hearLive(JSON.parse(payload ?? '{}')))
    client = opened
    await opened.connect()
    await opened.query('LISTEN live')
  }

  // A failed attempt both rejects and ends: one of the two asks for the next, or attempts would double every second.
  function retry(): void {
    if (closed || again !== undefined) return
    again = setTimeout(() => connect().then(onGap, retry), AGAIN_MS)
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
