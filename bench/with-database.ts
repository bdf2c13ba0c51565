import { rmSync } from 'node:fs'
import pg from 'pg'
import { makeDataFolder } from '@/lib/platform/make-data-folder'

/**
 * Measures on a Postgres of its own with every migration applied, thrown away afterwards. Verbs that are loaded by `import()`
 * within `measure` find it as theirs.
 * @param durable whether a commit waits for the disk, for what is measured by its commits
 */
export async function withDatabase<Result>(
  measure: (database: pg.Client) => Promise<Result>,
  { durable } = { durable: false },
): Promise<Result> {
  const dataFolder = makeDataFolder('bench')
  const { openPostgres } = await import('@/lib/platform/embedded-postgres')
  const postgres = await openPostgres({ dataFolder, log: () => {}, durable })
  process.env.DATABASE_URL = postgres.url
  const database = new pg.Client({ connectionString: postgres.url })
  try {
    const { applyMigrations } = await import('@/lib/platform/apply-migrations')
    await applyMigrations(postgres.url, 'prisma/migrations', () => {})
    await database.connect()
    return await measure(database)
  } finally {
    const { closeDatabase } = await import('@/lib/platform/db')
    await closeDatabase()
    await database.end()
    await postgres.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
