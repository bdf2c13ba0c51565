import { FetchProblem } from '@/components/live/fetch-json'
import { isFinal } from '@/components/live/is-final'
import { withNotice, withoutTour, withTour } from '@/components/outbox/outbox-record'
import type { OutboxStore } from '@/components/outbox/outbox-store'
import type { Tour } from '@/lib/picking/schema'
import { cancelledNotices, lostNotice } from './tour-words'

/**
 * Reads the tour on this phone again, and tells what happened to it meanwhile.
 * @returns whether the server was reached
 */
export async function hearOfTour(
  store: OutboxStore,
  read: (tourId: string) => Promise<Tour>,
): Promise<boolean> {
  const tour = store.read()?.tour
  if (!tour) return true
  try {
    const now = await read(tour.tourId)
    await store.change((record) =>
      now.state === 'given-back'
        ? withNotice(withoutTour(record), lostNotice(now, 'It was taken back while you were away.'))
        : cancelledNotices(tour, now).reduce(withNotice, withTour(record, now)),
    )
    return true
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error
    if (!isFinal(error.status)) return false
    // Somebody else has the tour, or it is gone.
    await store.change((record) => withNotice(withoutTour(record), lostNotice(tour, error.message)))
    return true
  }
}
