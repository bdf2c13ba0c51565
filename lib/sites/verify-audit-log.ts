import { statement } from '@/lib/platform/db'

export type AuditVerdict =
  | { outcome: 'whole'; headId: string; headHash: string }
  /** The first entry that is not there, or not as it was written. */
  | { outcome: 'broken'; atId: string }

type Row = { headId: string; headHash: string; brokenAtId: string | null }

// One statement, and so one moment: what is being written meanwhile is in all of it or in none of it.
const WALK = `
WITH chain AS (SELECT * FROM audit_chain),
walk AS (
  SELECT entry.id, entry.hash, audit_hash(lag(entry.hash, 1, chain.cut_at_hash) OVER chained, entry) AS computed,
         lag(entry.id, 1, chain.cut_at_id) OVER chained + 1 AS expected
    FROM audit_entry entry CROSS JOIN chain WHERE entry.id > chain.cut_at_id
  WINDOW chained AS (ORDER BY entry.id)),
wrong AS (SELECT min(expected) AS id FROM walk WHERE id <> expected OR hash <> computed),
tail AS (SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1)
SELECT chain.head_id::text AS "headId", encode(chain.head_hash, 'hex') AS "headHash",
       coalesce(wrong.id, CASE
         WHEN coalesce(tail.id, chain.cut_at_id) <> chain.head_id THEN coalesce(tail.id, chain.cut_at_id) + 1
         WHEN coalesce(tail.hash, chain.cut_at_hash) <> chain.head_hash THEN chain.head_id END)::text AS "brokenAtId"
  FROM chain CROSS JOIN wrong LEFT JOIN tail ON true`

/**
 * Walks the audit log from its beginning and computes each entry's hash anew. Finds what was changed, taken out, put in
 * or cut off at the end. Who can write anything can write all of it anew: that shows only beside a head kept elsewhere.
 */
export async function verifyAuditLog(): Promise<AuditVerdict> {
  const [row] = await statement<Row>('verify-audit-log', WALK, [])
  // Nothing was ever written.
  if (!row) return { outcome: 'whole', headId: '0', headHash: '' }
  const { headId, headHash, brokenAtId } = row
  return brokenAtId === null
    ? { outcome: 'whole', headId, headHash }
    : { outcome: 'broken', atId: brokenAtId }
}
