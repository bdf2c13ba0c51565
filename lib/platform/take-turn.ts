import type { PoolClient } from 'pg'
import { pool } from './db'

export type Turn = {
  /** Takes the lock if it is free. While the database is away nobody knows, and it throws. */
  isMine: () => Promise<boolean>
  giveUp: () => void
}

/**
 * Lets one of several processes do what only one may do: the one that holds the lock. Should it die, its connection and
 * with it the lock is gone, and another one takes over at its next look.
 * @param lock a number that means nothing else
 */
export function takeTurn(lock: number): Turn {
  let holding: PoolClient | undefined
  let isOver = false

  async function take(): Promise<PoolClient | undefined> {
    const client = await pool.connect()
    const onLost = (): void => {
      client.removeAllListeners('error').on('error', () => {})
      client.release(true)
      holding = undefined
    }
    try {
      const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
        lock,
      ])
      if (rows[0]?.taken && !isOver) {
        client.once('error', onLost)
        return client
      }
    } catch (error) {
      client.release(true)
      throw error
    }
    client.release(isOver)
    return undefined
  }

  return {
    async isMine() {
      holding ??= await take()
      return holding !== undefined
    },
    giveUp() {
      isOver = true
      holding?.release(true)
      holding = undefined
    },
  }
}
