import { rmSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { applyMigrations } from '@/lib/platform/apply-migrations'
import { openPostgres } from '@/lib/platform/embedded-postgres'
import { makeDataFolder } from '@/lib/platform/make-data-folder'

declare module 'vitest' {
  interface ProvidedContext {
    /** The servers' maintenance databases, one for each worker; every test file copies the database `template` from its own. */
    postgresUrls: string[]
  }
}

/**
 * A real Postgres for each worker, with a migrated database that every test file gets its own copy of. Not one for all:
 * transactions are counted server by server, and what waits until older ones are over would wait for another worker's.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const workers = Number(project.vitest.config.maxWorkers)
  const servers = await Promise.all(Array.from({ length: workers }, startServer))
  project.provide(
    'postgresUrls',
    servers.map(({ url }) => url),
  )
  return async () => {
    await Promise.all(servers.map(({ stop }) => stop()))
  }
}

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataFolder = makeDataFolder('test')
  const silent = (): void => {}
  const postgres = await openPostgres({ dataFolder, log: silent, durable: false })
  const template = new URL(postgres.url)
  template.pathname = '/template'
  await applyMigrations(template.href, 'prisma/migrations', silent)
  // Nobody can connect by mistake and be in the way of a copy.
  const maintenance = new URL(postgres.url)
  maintenance.pathname = '/postgres'
  const client = new pg.Client(maintenance.href)
  await client.connect()
  await client.query('ALTER DATABASE template ALLOW_CONNECTIONS false')
  // What it finds while a test fills a table is nothing that a plan should be made of.
  await client.query('ALTER SYSTEM SET autovacuum = off')
  await client.query('SELECT pg_reload_conf()')
  await client.end()
  return {
    url: maintenance.href,
    stop: async () => {
      await postgres.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
