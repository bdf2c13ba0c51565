import { checkAuditLog } from '@/lib/sites/check-audit-log'
import { inngest } from './client'

/** Idempotent: the same log gives the same finding, and what was forgotten is not there any more. */
export const checkAuditLogEveryNight = inngest.createFunction(
  { id: 'check-audit-log-every-night', retries: 2, triggers: [{ cron: '50 2 * * *' }] },
  async ({ step }) => step.run('walk', () => checkAuditLog(new Date())),
)
