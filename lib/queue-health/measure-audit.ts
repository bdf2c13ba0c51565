import { statement } from '@/lib/platform/db'
import type { BrokenLog } from './rules/wanted-audit-alert'

/** The audit log where it was found not to be as it was written; it is one for the house, so every site is told. */
export function measureAudit(): Promise<BrokenLog[]> {
  return statement<BrokenLog>(
    'measure-audit',
    `SELECT site.id AS site, broken_at_id::text AS entry FROM audit_chain CROSS JOIN site WHERE broken_at_id IS NOT NULL`,
    [],
  )
}
