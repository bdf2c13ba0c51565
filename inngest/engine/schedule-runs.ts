import { statement } from '@/lib/platform/db'
import type { EventTrigger, Registry } from './register-functions'

const SCHEDULE =
  'SELECT engine_schedule_runs($1, $2, $3, $4, $5::jsonpath[], $6, $7, $8::jsonpath[], $9) AS taken'

/** Starts the runs of the oldest waiting events; returns how many events were taken, at most `limit`. */
export async function scheduleRuns({ events, flows }: Registry, now: Date, limit: number): Promise<number> {
  const hasFlow = ({ functionId }: EventTrigger) => flows.has(functionId)
  const [row] = await statement<{ taken: number }>('engine-schedule-runs', SCHEDULE, [
    now,
    limit,
    ...columns(events.filter((trigger) => !hasFlow(trigger))),
    ...columns(events.filter(hasFlow)),
    Object.fromEntries(flows),
  ])
  return row?.taken ?? 0
}

function columns(triggers: readonly EventTrigger[]) {
  return [
    triggers.map(({ functionId }) => functionId),
    triggers.map(({ event }) => event),
    triggers.map(({ condition }) => condition),
  ]
}
