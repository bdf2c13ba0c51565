import { forgetOldBoxes } from '@/lib/conveyor/forget-old-boxes'
import { forgetEmptyLines } from '@/lib/inventory/forget-empty-lines'
import { forgetOldStows } from '@/lib/inventory/forget-old-stows'
import { forgetOldTours } from '@/lib/picking/forget-old-tours'
import { inngest } from './client'

/** Idempotent: what is forgotten is not there any more. Each is a step, so that one that fails keeps none of the others. */
export const forgetOldFloorWorkEveryDay = inngest.createFunction(
  { id: 'forget-old-floor-work-every-day', retries: 2, triggers: [{ cron: '43 3 * * *' }] },
  async ({ step }) => ({
    tours: await step.run('tours', () => forgetOldTours(new Date())),
    boxes: await step.run('boxes', () => forgetOldBoxes(new Date())),
    stows: await step.run('stows', () => forgetOldStows(new Date())),
    lines: await step.run('lines', () => forgetEmptyLines(new Date())),
  }),
)
