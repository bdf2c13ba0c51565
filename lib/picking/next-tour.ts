import { statement } from '@/lib/platform/db'
import { beginTour, type Picker } from './begin-tour'
import { extendLease } from './extend-lease'
import { planTour } from './plan-tour'
import { readTour } from './read-tour'
import type { Tour } from './schema'

/** Lost races in a row after which the picker is told that there is nothing: others have taken it all. */
const TRIES = 5

/** Plans under way at a site, by this process: what one would plan while another does, it would lose. */
const planning = new Map<string, Promise<unknown>>()

/**
 * The tour of a picker: the one they walk, its lease renewed, or the best that waits. Asked twice it is the same; no two
 * pickers ever get the same list, whichever process they ask.
 * @returns null when there is no work that anybody can reach
 */
export async function nextTour(site: string, picker: Picker, now: Date): Promise<Tour | null> {
  return inTurn(site, async () => {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const walking = await findWalking(site, picker.id)
      if (walking !== null) {
        await extendLease(walking, picker.id, now)
        return readTour(walking)
      }
      const plan = await planTour(site, now)
      if (plan === null) return null
      const beginning = await beginTour(plan, picker, now)
      if (beginning.outcome === 'begun') return readTour(beginning.tourId)
    }
    return null
  })
}

async function findWalking(site: string, pickerId: string): Promise<string | null> {
  const [row] = await statement<{ id: string }>(
    'walking-tour',
    `SELECT id FROM tour WHERE site_id = $1 AND picker_id = $2 AND state = 'walking'`,
    [site, pickerId],
  )
  return row?.id ?? null
}

function inTurn<Result>(site: string, act: () => Promise<Result>): Promise<Result> {
  const before = planning.get(site) ?? Promise.resolve()
  const mine = before.then(act, act)
  planning.set(site, mine)
  const forget = () => {
    if (planning.get(site) === mine) planning.delete(site)
  }
  mine.then(forget, forget)
  return mine
}
