import type { Confirmation, ShortRequest, Tour, TourStop } from '../schema'

type OfTour = { operationId: string; tourId: string; at: string }
/** `total` is the units picked of the stop after the act: told as a sum, the same act twice is the same act. */
type OfStop = OfTour & { seq: number; total: number }

/** What a picker did, as a phone keeps it until the server has it. */
export type PickerAct =
  | (OfStop & { kind: 'pick' } & Pick<Confirmation, 'bin' | 'sku' | 'quantity'>)
  | (OfStop & { kind: 'short' } & Pick<ShortRequest, 'found' | 'reason'>)
  | (OfTour & { kind: 'give-back' })

/**
 * The tour as a phone shows it after an act that the server may or may not have taken already: an act says the sum
 * that it led to, so that acts may be laid over a tour in any order and any number of times and give one picture.
 * A stop that the server closed otherwise stays as the server says.
 */
export function advanceTour(tour: Tour, act: PickerAct): Tour {
  if (act.tourId !== tour.tourId) return tour
  if (act.kind === 'give-back') return { ...tour, state: 'given-back' }
  return { ...tour, stops: tour.stops.map((stop) => (stop.seq === act.seq ? advanceStop(stop, act) : stop)) }
}

function advanceStop(stop: TourStop, act: Exclude<PickerAct, { kind: 'give-back' }>): TourStop {
  if (stop.state === 'cancelled') return stop
  const picked = Math.min(stop.quantity, Math.max(stop.picked, act.total))
  if (picked >= stop.quantity) return { ...stop, picked, state: 'picked' }
  return { ...stop, picked, state: stop.state === 'short' || act.kind === 'short' ? 'short' : 'open' }
}

/** Where the picker goes next, on the way there was when the tour was last heard of; none when nothing is left. */
export const openStops = (tour: Tour): TourStop[] => tour.stops.filter(({ state }) => state === 'open')
