import { db } from '@/lib/platform/db'

/** Writes a line of the audit log: who tried what on which thing, and whether it was allowed. */
export async function recordAudit(entry: {
  actor: string
  action: string
  outcome: 'allowed' | 'refused'
  subject: string
  siteId?: string
  requestId?: string
}): Promise<void> {
  await db.auditEntry.create({ data: entry })
}
