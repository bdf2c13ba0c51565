import { foldDemand } from '@/lib/replenishment/fold-demand'
import { forecastDemand } from '@/lib/replenishment/forecast-demand'
import { findForecastsOwed } from '@/lib/replenishment/queries'
import { inngest } from './client'
import { nightShiftBegan } from './events'

/** Idempotent: a site whose forecast knows yesterday is not owed one, and made twice it is replaced by the same. */
export const forecastDemandEveryNight = inngest.createFunction(
  // Hourly, because each site's night is at its own time, and a house that was closed at night catches up.
  {
    id: 'forecast-demand-every-night',
    retries: 2,
    concurrency: { limit: 1 },
    triggers: [{ cron: '20 * * * *' }, { event: nightShiftBegan }],
  },
  async ({ step }) => {
    await step.run('fold', () => foldDemand(new Date()))
    const owed = await step.run('look', () => findForecastsOwed(new Date()))
    for (const { site, day } of owed)
      await step.run(`forecast ${site}`, () => forecastDemand(site, day, new Date()))
    return { sites: owed.length }
  },
)
