import { matchReceipts } from '@/lib/replenishment/match-receipts'
import { inngest } from './client'

/** Slices of the ledger that one firing matches at most: the next one goes on. */
const MOST_SLICES = 20

/** Idempotent: how far the ledger is matched moves in the transaction that matches. */
export const matchReceiptsEveryMinute = inngest.createFunction(
  {
    id: 'match-receipts-every-minute',
    retries: 2,
    concurrency: { limit: 1 },
    triggers: [{ cron: '* * * * *' }],
  },
  ({ step }) =>
    step.run('match', async () => {
      let matched = 0
      for (let slice = 0; slice < MOST_SLICES; slice++) {
        const done = await matchReceipts(new Date())
        matched += done.matched
        if (!done.more) break
      }
      return { matched }
    }),
)
