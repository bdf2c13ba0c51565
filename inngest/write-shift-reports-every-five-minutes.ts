import { listUnreportedShifts } from '@/lib/figures/queries'
import { writeShiftReport } from '@/lib/figures/write-shift-report'
import { inngest } from './client'
import { nightShiftBegan } from './events'

/** Idempotent by site and beginning of the shift: written twice, there is one report, and one mail to each reader. */
export const writeShiftReportsEveryFiveMinutes = inngest.createFunction(
  {
    id: 'write-shift-reports-every-five-minutes',
    retries: 2,
    triggers: [{ cron: '*/5 * * * *' }, { event: nightShiftBegan }],
  },
  async ({ step }) =>
    step.run('write', async () => {
      const shifts = await listUnreportedShifts(new Date())
      for (const shift of shifts) await writeShiftReport(shift, false, new Date())
      return { written: shifts.length }
    }),
)
