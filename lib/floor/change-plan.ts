import type { PoolClient } from 'pg'
import { pool } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { planChanged } from './events'

type Changed<Result> = { isChanged: boolean; result: Result }

/**
 * Changes a site's hall: one change at a time, all of it or nothing. What changed something counts the plan's version up in
 * the same transaction and is told to the screens after it; the version is 0 while there is no plan.
 */
export async function changePlan<Result>(
  site: string,
  change: (client: PoolClient, version: number) => Promise<Changed<Result>>,
): Promise<Changed<Result> & { version: number }> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    // The first plan has no row yet to wait for; the site's row is there. Rows that refer to it do not wait.
    await client.query('SELECT 1 FROM site WHERE id = $1 FOR NO KEY UPDATE', [site])
    const before = await versionOf(client, 'SELECT version FROM floor_plan WHERE site_id = $1', site)
    const changed = await change(client, before)
    const version = changed.isChanged
      ? await versionOf(
          client,
          'UPDATE floor_plan SET version = version + 1, changed_at = now() WHERE site_id = $1 RETURNING version',
          site,
        )
      : before
    if (changed.isChanged) await say(client, site, version)
    await client.query('COMMIT')
    if (changed.isChanged) {
      announce({ site, topic: 'floor', event: planChanged, id: site, version })
      wakeNightShift()
    }
    return { ...changed, version }
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

async function say(client: PoolClient, site: string, version: number): Promise<void> {
  await client.query(
    `INSERT INTO outbox_event (event_id, name, site_id, subject, data, occurred_at) VALUES ($1, $2, $3, $3, $4, now())
     ON CONFLICT (event_id) DO NOTHING`,
    [`plan.changed:${site}:${version}`, planChanged, site, JSON.stringify({ site, version })],
  )
}

async function versionOf(client: PoolClient, text: string, site: string): Promise<number> {
  const { rows } = await client.query<{ version: number }>(text, [site])
  return rows[0]?.version ?? 0
}
