import type { PoolClient } from 'pg'
import { pool } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'

const RECONNECT_MS = 1_000

/** Calls `wake` at every NOTIFY night_shift, over a connection that is opened again when lost. Returns how to end it. */
export async function listenForWork(wake: () => void): Promise<() => void> {
  let client: PoolClient | undefined
  let timer: NodeJS.Timeout | undefined
  let ended = false

  async function connect(): Promise<void> {
    const opened = await pool.connect()
    if (ended) return opened.release()
    opened.on('notification', wake)
    opened.once('error', () => {
      opened.removeListener('notification', wake)
      opened.release(true)
      client = undefined
      if (!ended) retry()
    })
    client = opened
    await opened.query('LISTEN night_shift')
    // Whatever was said while nobody listened.
    wake()
  }

  function retry() {
    timer = setTimeout(() => {
      connect().catch((error: unknown) => {
        logger.warn({ error }, 'the engine cannot listen and goes on polling')
        if (!client) retry()
      })
    }, RECONNECT_MS)
  }

  await connect()
  return () => {
    ended = true
    clearTimeout(timer)
    client?.release(true)
  }
}
