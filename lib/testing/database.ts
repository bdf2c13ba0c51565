import { pool } from '@/lib/platform/db'

const DEADLOCK = '40P01'

/** Empties every table of this test file's own database; the migrated schema stays. */
export async function emptyDatabase(): Promise<void> {
  const { rows } = await pool.query<{ tables: string | null }>(
    `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS tables FROM pg_tables
     WHERE schemaname IN ('public', 'archive') AND tablename <> '_prisma_migrations'`,
  )
  const tables = rows[0]?.tables
  if (!tables) return
  for (;;) {
    try {
      await pool.query(`TRUNCATE ${tables} RESTART IDENTITY CASCADE`)
      return
    } catch (error) {
      // A process that a test killed may have a statement under way still; who loses to it comes again.
      if ((error as { code?: unknown }).code !== DEADLOCK) throw error
    }
  }
}
