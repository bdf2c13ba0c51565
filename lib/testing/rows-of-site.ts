import { pool } from '@/lib/platform/db'

/** What every table holds of a site, as a hash each: the tables are found by their column. */
export async function rowsOf(site: string): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ table_name: string }>(
    `SELECT table_name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'site_id' AND table_name <> 'audit_entry' ORDER BY 1`,
  )
  const hashes: Record<string, string> = {}
  for (const { table_name: name } of rows) {
    const hash = `SELECT coalesce(md5(string_agg(r::text, ',' ORDER BY r::text)), '') AS hash FROM "${name}" r WHERE site_id = $1`
    hashes[name] = (await pool.query<{ hash: string }>(hash, [site])).rows[0]?.hash ?? ''
  }
  return hashes
}
