import { forgetOldKeys } from '@/lib/orders/forget-old-keys'
import { inngest } from './client'

export const forgetOldKeysEveryHour = inngest.createFunction(
  { id: 'forget-old-keys-every-hour', retries: 2, triggers: [{ cron: '17 * * * *' }] },
  async ({ step }) => step.run('forget', () => forgetOldKeys(new Date())),
)
