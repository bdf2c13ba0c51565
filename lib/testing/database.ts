import { pool } from '@/lib/platform/db'

/** Empties every table of this test file's own database; the migrated schema stays. */
export async function emptyDatabase(): Promise<void> {
  const { rows } = await pool.query<{ tables: string | null }>(
    `SELECT string_agg(quote_ident(tablename), ', ') AS tables FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  const tables = rows[0]?.tables
  if (tables) await pool.query(`TRUNCATE ${tables} RESTART IDENTITY CASCADE`)
}
