import { pool } from '@/lib/platform/db'

const DEADLOCK = '40P01'
const SCHEMAS = "('public', 'archive')"

/** Empties every table of this test file's own database; the migrated schema stays. */
export async function emptyDatabase(): Promise<void> {
  for (;;) {
    try {
      const tables = await findUsedTables()
      if (tables.length > 0) await pool.query(`TRUNCATE ${tables.join(', ')} RESTART IDENTITY CASCADE`)
      return
    } catch (error) {
      // A process that a test killed may have a statement under way still; who loses to it comes again.
      if ((error as { code?: unknown }).code !== DEADLOCK) throw error
    }
  }
}

/** Tables with rows, or with numbers given out: emptying one of a hundred and fifty costs a millisecond or two, rows or not. */
async function findUsedTables(): Promise<string[]> {
  const { rows: all } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname IN ${SCHEMAS} AND tablename <> '_prisma_migrations' ORDER BY 1`,
  )
  const filled = all.map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name})`)
  const counted = `SELECT format('%I.%I', owner.relnamespace::regnamespace, owner.relname)
     FROM pg_sequences JOIN pg_depend ON objid = format('%I.%I', schemaname, sequencename)::regclass AND deptype IN ('a', 'i')
     JOIN pg_class owner ON owner.oid = refobjid WHERE last_value IS NOT NULL AND schemaname IN ${SCHEMAS}`
  const { rows } = await pool.query<{ name: string }>([...filled, counted].join(' UNION '))
  return rows.map(({ name }) => name)
}
