import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { freePort, startHouse, stopHouse } from '@/e2e/fixtures/own-house'
import { makeDataFolder } from '@/lib/platform/make-data-folder'

export type House = {
  url: string
  key: string
  dataFolder: string
  databaseUrl: string
  close: () => Promise<void>
}

/** Starts the whole product as a user would, in a folder of its own, and waits until it is ready. */
export async function openHouse(): Promise<House> {
  const dataFolder = makeDataFolder('bench')
  const { openPostgres } = await import('@/lib/platform/embedded-postgres')
  const postgres = await openPostgres({ dataFolder, log: () => {} })
  const port = await freePort()
  const child = await startHouse(dataFolder, port, { STOWLINE_DEMO: '1', DATABASE_URL: postgres.url })
  const demo = JSON.parse(readFileSync(join(dataFolder, 'demo.json'), 'utf8')) as {
    apiKeys: { scope: string; key: string }[]
  }
  return {
    url: `http://127.0.0.1:${port}`,
    key: demo.apiKeys.find(({ scope }) => scope === 'all')?.key ?? '',
    dataFolder,
    databaseUrl: postgres.url,
    close: async () => {
      await stopHouse(child)
      await postgres.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** A key of the bench's own; it goes with its house. */
export const BENCH_KEY = 'slk_bench'

/** Lets `BENCH_KEY` in, to one site or to all (null). */
export async function addKey(database: pg.Client, scopes: string[], site: string | null): Promise<void> {
  await database.query(
    `INSERT INTO api_key (id, name, key_hash, key_prefix, scopes, site_id)
     VALUES (gen_random_uuid(), 'bench', sha256($1::bytea), 'slk', $2, $3)`,
    [BENCH_KEY, scopes, site],
  )
}
