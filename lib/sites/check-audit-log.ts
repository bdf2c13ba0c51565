import { db } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'
import { cutAuditLog } from './cut-audit-log'
import { type AuditVerdict, verifyAuditLog } from './verify-audit-log'

/** As long as books are kept (§ 257 HGB, § 147 AO): who did what to them is part of how they came about. */
const KEPT_YEARS = 10

/**
 * Walks the audit log and keeps what was found, which is what alerts and screens go by. The head goes to the process's
 * log, out of the reach of who can write in the database. Of a whole log, what is older than ten years is forgotten.
 */
export async function checkAuditLog(now: Date): Promise<AuditVerdict> {
  const verdict = await verifyAuditLog()
  const brokenAtId = verdict.outcome === 'broken' ? BigInt(verdict.atId) : null
  await db.auditChain.updateMany({ data: { checkedAt: now, brokenAtId } })
  if (verdict.outcome === 'broken') {
    logger.error({ entry: verdict.atId }, 'the audit log is not as it was written')
    return verdict
  }
  const { headId, headHash } = verdict
  logger.info({ entry: headId, hash: headHash }, 'the audit log is whole up to this entry')
  const before = new Date(now)
  before.setUTCFullYear(before.getUTCFullYear() - KEPT_YEARS)
  await cutAuditLog(before)
  return verdict
}
