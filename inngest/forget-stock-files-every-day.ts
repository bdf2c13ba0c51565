import { forgetStockFiles } from '@/lib/inventory/forget-stock-files'
import { inngest } from './client'

export const forgetStockFilesEveryDay = inngest.createFunction(
  { id: 'forget-stock-files-every-day', retries: 2, triggers: [{ cron: '23 3 * * *' }] },
  async ({ step }) => step.run('forget', () => forgetStockFiles(new Date())),
)
