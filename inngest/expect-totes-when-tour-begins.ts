import { expectTotes } from '@/lib/conveyor/expect-totes'
import { tourPlanned, tourPlannedSchema } from '@/lib/picking/events'
import { readTour } from '@/lib/picking/read-tour'
import { inngest } from './client'
import { readEvent } from './read-event'

/** Idempotent by the totes' labels, which are given once: what the belt knows already stays as it is. */
export const expectTotesWhenTourBegins = inngest.createFunction(
  { id: 'expect-totes-when-tour-begins', retries: 10, triggers: [{ event: tourPlanned }] },
  async ({ event, step }) => {
    const { site, tour } = readEvent(tourPlannedSchema, event.data)
    return step.run('expect', async () => {
      const totes = (await readTour(tour))?.totes ?? []
      return expectTotes(
        site,
        totes.map((tote) => ({ ...tote, tourId: tour })),
      )
    })
  },
)
