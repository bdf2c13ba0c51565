import { forgetOldEpcisEvents } from '@/lib/epcis/forget-old-epcis-events'
import { forgetOldMails } from '@/lib/messages/forget-old-mails'
import { forgetOldAlerts } from '@/lib/queue-health/forget-old-alerts'
import { forgetOldDemand } from '@/lib/replenishment/forget-old-demand'
import { inngest } from './client'

/** Idempotent: what is forgotten is not there any more. Each is a step, so that one that fails keeps none of the others. */
export const forgetOldRecordsEveryDay = inngest.createFunction(
  { id: 'forget-old-records-every-day', retries: 2, triggers: [{ cron: '53 3 * * *' }] },
  async ({ step }) => ({
    mails: await step.run('mails', () => forgetOldMails(new Date())),
    alerts: await step.run('alerts', () => forgetOldAlerts(new Date())),
    demand: await step.run('demand', () => forgetOldDemand(new Date())),
    epcisEvents: await step.run('epcis-events', () => forgetOldEpcisEvents(new Date())),
  }),
)
