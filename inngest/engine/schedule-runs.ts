import { statement } from '@/lib/platform/db'
import type { EventTrigger, Registry } from './register-functions'

const SCHEDULE =
  'SELECT engine_schedule_runs($1, $2, $3, $4, $5::jsonpath[], $6, $7, $8::jsonpath[], $9, $10) AS taken'

/**
 * Starts the runs of the oldest waiting events; returns how many events were taken, at most `limit`.
 * @param onlySystem take only what the engine itself said; the rest belongs to another server
 */
export async function scheduleRuns(
  { events, flows }: Registry,
  now: Date,
  limit: number,
  onlySystem = false,
): Promise<number> {
  const hasFlow = ({ functionId }: EventTrigger) => flows.has(functionId)
  const [row] = await statement<{ taken: number }>('engine-schedule-runs', SCHEDULE, [
    now,
    limit,
    ...columns(events.filter((trigger) => !hasFlow(trigger))),
    ...columns(events.filter(hasFlow)),
    Object.fromEntries(flows),
    onlySystem,
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
