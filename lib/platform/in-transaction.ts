import type { PoolClient } from 'pg'
import { pool } from './db'

/** Serialization failure and deadlock: somebody else was first. */
const RIVALS = new Set(['40001', '40P01'])

/** Runs `act` in one transaction, committed when it answers and undone when it throws; tried again when a rival won. */
export async function inTransaction<Result>(
  act: (client: PoolClient) => Promise<Result>,
  tries = 4,
): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await act(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    const { code } = error as { code?: string }
    if (tries <= 1 || code === undefined || !RIVALS.has(code)) throw error
  } finally {
    client.release()
  }
  return inTransaction(act, tries - 1)
}
