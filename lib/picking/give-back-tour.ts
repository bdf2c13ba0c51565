import { changeTour } from './change-tour'
import { freeTour } from './free-tour'

type GivingBack =
  | { outcome: 'given-back'; version: number }
  | { outcome: 'not-yours' }
  | { outcome: 'unknown' }

/**
 * A picker gives back the rest of their tour; given back twice, it is given back once.
 * @param pickerId who says so; null for whoever may do it in their place
 */
export async function giveBackTour(
  tourId: string,
  pickerId: string | null,
  reason: string,
  now: Date,
): Promise<GivingBack> {
  const changed = await changeTour<'given-back' | 'not-yours'>(tourId, async (client, tour) => {
    if (pickerId !== null && tour.picker_id !== pickerId) return { isChanged: false, result: 'not-yours' }
    if (tour.state !== 'walking') return { isChanged: false, result: 'given-back' }
    await freeTour(client, tourId, reason, now)
    return { isChanged: true, result: 'given-back' }
  })
  if (changed === null) return { outcome: 'unknown' }
  const { result, version } = changed
  return result === 'not-yours' ? { outcome: 'not-yours' } : { outcome: 'given-back', version }
}
