import { parcelArrived, parcelArrivedSchema } from '@/lib/conveyor/events'
import { handOverArrived } from '@/lib/conveyor/hand-over-parcel'
import { inngest } from './client'
import { readEvent } from './read-event'

/** Idempotent by the parcel: a carrier has it once. */
export const handOverParcelWhenItArrives = inngest.createFunction(
  { id: 'hand-over-parcel-when-it-arrives', retries: 20, triggers: [{ event: parcelArrived }] },
  async ({ event, step }) => {
    const { site, parcel, lane } = readEvent(parcelArrivedSchema, event.data)
    return step.run('hand-over', () => handOverArrived(site, parcel, lane, new Date()))
  },
)
