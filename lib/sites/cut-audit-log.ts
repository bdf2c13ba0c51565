import { inTransaction } from '@/lib/platform/in-transaction'

const MOVE_CUT = `
UPDATE audit_chain SET cut_at_id = entry.id, cut_at_hash = entry.hash
  FROM audit_entry entry
 WHERE entry.id = coalesce((SELECT min(id) FROM audit_entry WHERE at >= $1), audit_chain.head_id + 1) - 1
   AND entry.id > audit_chain.cut_at_id`

/**
 * Forgets the beginning of the audit log: the entries before a moment, up to the first that is not. The chain keeps number
 * and hash of the last one that goes, so that what stays can still be walked.
 */
export async function cutAuditLog(before: Date): Promise<{ forgotten: number }> {
  return inTransaction(async (client) => {
    await client.query(MOVE_CUT, [before])
    const { rowCount } = await client.query(
      'DELETE FROM audit_entry WHERE id <= (SELECT cut_at_id FROM audit_chain)',
    )
    return { forgotten: rowCount ?? 0 }
  })
}
