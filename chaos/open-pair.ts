import { openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@/e2e/fixtures/own-house'
import { makeDataFolder } from '@/lib/platform/make-data-folder'
import { openTwoHouses } from '@/scripts/two-houses/open-two-houses'
import { askDatabase } from './ask-database'

/** Two houses of a trial's own, behind their proxy. */
export async function openPair() {
  const dataFolder = makeDataFolder('chaos')
  const complaints = openSync(join(dataFolder, 'complaints.log'), 'a')
  const port = await freePort()
  const settings = { STOWLINE_TRAFFIC: '0', INNGEST_BASE_URL: '', INNGEST_EVENT_KEY: '' }
  const opened = await openTwoHouses({ dataFolder, port, settings, log: () => {}, complaints })
  return {
    ...opened,
    dataFolder,
    /** Who answers for the sorters, by its own word. */
    async ownerUrl(): Promise<string> {
      const [owner] = await askDatabase<{ url: string }>(
        opened.databaseUrl,
        'SELECT url FROM sorter_owner LIMIT 1',
      )
      if (!owner) throw new Error('nobody answers for the sorters')
      return owner.url
    },
    /** How often a schedule of every minute fired between two moments, and in how many of their minutes. */
    async firings(
      job: string,
      from: Date,
      to: Date,
    ): Promise<{ fired: number; minutes: number; due: number }> {
      const [counted] = await askDatabase<{ fired: number; minutes: number }>(
        opened.databaseUrl,
        `SELECT count(*)::int AS fired, count(DISTINCT event->'data'->>'scheduledAt')::int AS minutes FROM engine_run
          WHERE function_id LIKE '%' || $1 AND event->>'name' = 'inngest/scheduled.timer'
            AND (event->'data'->>'scheduledAt')::timestamptz > $2 AND (event->'data'->>'scheduledAt')::timestamptz <= $3`,
        [job, from, to],
      )
      const due = Math.floor(to.getTime() / 60_000) - Math.floor(from.getTime() / 60_000)
      return { fired: counted?.fired ?? 0, minutes: counted?.minutes ?? 0, due }
    },
    async close() {
      await opened.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
export type Pair = Awaited<ReturnType<typeof openPair>>
