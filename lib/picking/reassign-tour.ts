import { db, statement } from '@/lib/platform/db'
import type { Picker } from './begin-tour'
import { changeTour } from './change-tour'
import { giveBackTour } from './give-back-tour'
import { readPickingRules } from './read-picking-rules'

type Reassignment =
  | { outcome: 'reassigned'; version: number }
  | { outcome: 'unknown' | 'unknown-picker' | 'busy' | 'over' }

const WALKING_ALREADY = '23505'

/**
 * A manager gives a tour to another picker of the site, or back to everybody (null). Who had it hears of it with their next
 * word; what they say of it from then on is not theirs. Giving it to whoever has it changes nothing.
 */
export async function reassignTour(
  tourId: string,
  userId: string | null,
  by: string,
  now: Date,
): Promise<Reassignment> {
  if (userId === null) {
    const given = await giveBackTour(tourId, null, `Taken back by ${by}`, now)
    return given.outcome === 'given-back'
      ? { outcome: 'reassigned', version: given.version }
      : { outcome: 'unknown' }
  }
  const tour = await db.tour.findUnique({ where: { id: tourId }, select: { siteId: true } })
  if (!tour) return { outcome: 'unknown' }
  const picker = (await listPickers(tour.siteId)).find(({ id }) => id === userId)
  if (!picker) return { outcome: 'unknown-picker' }
  const { leaseMinutes } = await readPickingRules(tour.siteId)
  try {
    const changed = await changeTour<'reassigned' | 'over'>(tourId, async (client, { state, picker_id }) => {
      if (state !== 'walking') return { isChanged: false, result: 'over' }
      if (picker_id === picker.id) return { isChanged: false, result: 'reassigned' }
      await client.query('UPDATE tour SET picker_id = $2, picker_name = $3, lease_until = $4 WHERE id = $1', [
        ...[tourId, picker.id, picker.name],
        new Date(now.getTime() + leaseMinutes * 60_000),
      ])
      return { isChanged: true, result: 'reassigned' }
    })
    if (changed === null) return { outcome: 'unknown' }
    return changed.result === 'over'
      ? { outcome: 'over' }
      : { outcome: 'reassigned', version: changed.version }
  } catch (error) {
    if ((error as { code?: string }).code === WALKING_ALREADY) return { outcome: 'busy' }
    throw error
  }
}

/** Who picks at a site, by name. */
export async function listPickers(siteId: string): Promise<Picker[]> {
  return statement<Picker>(
    'pickers-of-site',
    `SELECT person.id, person.name FROM person JOIN membership ON membership.user_id = person.id
      WHERE membership.site_id = $1 AND person.role IN ('picker', 'manager') ORDER BY person.name, person.id`,
    [siteId],
  )
}
