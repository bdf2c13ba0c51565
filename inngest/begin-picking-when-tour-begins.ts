import { beginPicking } from '@/lib/orders/begin-picking'
import { tourPlanned, tourPlannedSchema } from '@/lib/picking/events'
import { readTour } from '@/lib/picking/read-tour'
import { inngest } from './client'
import { readEvent } from './read-event'

/** Idempotent by the orders' statuses: what is further already stays where it is. */
export const beginPickingWhenTourBegins = inngest.createFunction(
  { id: 'begin-picking-when-tour-begins', retries: 10, triggers: [{ event: tourPlanned }] },
  async ({ event, step }) => {
    const { tour } = readEvent(tourPlannedSchema, event.data)
    return step.run('begin', async () => {
      const totes = (await readTour(tour))?.totes ?? []
      await beginPicking([...new Set(totes.map(({ orderNumber }) => orderNumber))], new Date())
    })
  },
)
