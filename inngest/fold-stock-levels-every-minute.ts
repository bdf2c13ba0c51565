import { foldStockLevels } from '@/lib/inventory/fold-stock-levels'
import { inngest } from './client'

/** While nobody looks at stock, marks would pile up for the first who does. */
export const foldStockLevelsEveryMinute = inngest.createFunction(
  { id: 'fold-stock-levels-every-minute', retries: 2, triggers: [{ cron: '* * * * *' }] },
  async ({ step }) => step.run('fold', async () => ({ folded: await foldStockLevels() })),
)
