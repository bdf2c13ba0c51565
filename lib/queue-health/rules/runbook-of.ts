import type { Alert } from '../schema'
import { backupLogQueue, backupsQueue } from './wanted-backup-alerts'
import { paymentsQueue } from './wanted-money-alerts'

const OF_PAYMENTS: Record<string, string> = {
  'dependency-silent': 'payments-late',
  'dependency-refusing': 'payments-refused',
}

/** Where it stands what to do about an alert: each cause has a runbook; money and backups have their own. */
export function runbookPath({ queue, cause }: Pick<Alert, 'queue' | 'cause'>): string {
  if (queue === backupsQueue) return '/docs/runbooks/backup-old'
  if (queue === backupLogQueue) return '/docs/runbooks/backup-log-behind'
  return `/docs/runbooks/${(queue === paymentsQueue && OF_PAYMENTS[cause]) || cause}`
}
