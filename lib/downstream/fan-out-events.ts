import { z } from 'zod'
import { statement } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { PUBLISHED_NAMES, PUBLISHED_TYPES } from './events'

/** Events that one feed is moved on by at a time. */
const LIMIT = 1_000
/** Deliveries that wait for their first attempt, beyond which an endpoint's events stay in the feed. */
const MOST_WAITING = 2_000

const fannedSchema = z.object({ made: z.int(), called: z.int(), more: z.boolean() })

/**
 * Owes every active endpoint the events that match and that it has not been given yet, each once, and calls for a run
 * where something is due. One round trip, whatever there is; any number of processes may do it at the same time.
 */
export async function fanOutEvents(now: Date): Promise<z.infer<typeof fannedSchema>> {
  const [row] = await statement<{ fanned: unknown }>(
    'fan-out-events',
    'SELECT fan_out_events($1, $2, $3, $4, $5) AS fanned',
    [now, LIMIT, MOST_WAITING, PUBLISHED_NAMES, PUBLISHED_TYPES],
  )
  const fanned = fannedSchema.parse(row?.fanned)
  if (fanned.called > 0) wakeNightShift()
  return fanned
}
