import { archiveLedger } from '@/lib/inventory/archive-ledger'
import { archiveOrders } from '@/lib/orders/archive-orders'
import { readArchiveTerms } from '@/lib/sites/read-archive-terms'
import { firstNearMonth } from '@/lib/sites/rules/first-near-month'
import { inngest } from './client'

/**
 * Idempotent: what is archived is not there any more to be archived. A batch is a transaction, so that a night that is cut short
 * is gone on with in the next.
 */
export const archiveClosedMonthsEveryNight = inngest.createFunction(
  {
    id: 'archive-closed-months-every-night',
    retries: 2,
    concurrency: { limit: 1 },
    triggers: [{ cron: '10 2 * * *' }],
  },
  async ({ step }) => {
    const terms = await step.run('look', () => readArchiveTerms())
    // Sites that keep equally long are moved together: one way through the ledger for all of them.
    for (const months of new Set(terms.map(({ ledgerMonths }) => ledgerMonths))) {
      const sites = terms.filter(({ ledgerMonths }) => ledgerMonths === months).map(({ site }) => site)
      await step.run(`ledger of ${months} months`, () =>
        archiveLedger(sites, firstNearMonth(months, new Date())),
      )
    }
    for (const { site, orderMonths } of terms)
      await step.run(`orders of ${site}`, () => archiveOrders(site, firstNearMonth(orderMonths, new Date())))
    return { sites: terms.length }
  },
)
