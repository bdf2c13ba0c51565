import type { Alert } from '../schema'
import { paymentsQueue } from './wanted-money-alerts'

const OF_PAYMENTS: Record<string, string> = {
  'dependency-silent': 'payments-late',
  'dependency-refusing': 'payments-refused',
}

/** Where it stands what to do about an alert: each cause has a runbook, and what is wrong with money one of its own. */
export function runbookPath({ queue, cause }: Pick<Alert, 'queue' | 'cause'>): string {
  return `/docs/runbooks/${(queue === paymentsQueue && OF_PAYMENTS[cause]) || cause}`
}
