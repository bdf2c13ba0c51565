import { planChanged, planChangedSchema } from '@/lib/floor/events'
import { reRouteTours } from '@/lib/picking/re-route-tour'
import { inngest } from './client'
import { readEvent } from './read-event'

/** Idempotent by the version of the hall that each tour knows: a run that comes again finds them re-routed. */
export const reRouteToursWhenFloorChanges = inngest.createFunction(
  { id: 're-route-tours-when-floor-changes', retries: 5, triggers: [{ event: planChanged }] },
  async ({ event, step }) => {
    const { site } = readEvent(planChangedSchema, event.data)
    return step.run('re-route', () => reRouteTours(site, new Date()))
  },
)
