import { changeTour } from './change-tour'
import { freeTour } from './free-tour'

/**
 * Ends a tour whose picker was not heard of for its lease: the rest is open again, what was picked stays in its totes.
 * @returns false when the picker was heard of meanwhile
 */
export async function endLapsedTour(tourId: string, now: Date): Promise<boolean> {
  const changed = await changeTour(tourId, async (client, tour) => {
    if (tour.state !== 'walking' || tour.lease_until >= now) return { isChanged: false, result: false }
    await freeTour(client, tourId, `Nothing was heard of ${tour.picker_name}`, now)
    return { isChanged: true, result: true }
  })
  return changed?.result ?? false
}
