import type { Notice } from '@/components/outbox/outbox-record'
import type { Tour, TourStop } from '@/lib/picking/schema'
import { toteWords } from './judge-scan'

/** Why a bin has too little; the words go to whoever counts it. */
export const REASON_WORDS = {
  'too-few': 'Too few there',
  damaged: 'Damaged',
  expired: 'Out of date',
  'other-item': 'Another item lies there',
  'out-of-reach': 'I cannot get at it',
} as const
export type ShortReason = keyof typeof REASON_WORDS

export const REASONS = Object.keys(REASON_WORDS) as ShortReason[]

/** Orders that were cancelled between two tellings of a tour. */
export function cancelledNotices(before: Tour, now: Tour): Notice[] {
  const isNew = ({ seq, state }: TourStop) =>
    state === 'cancelled' && before.stops.some((stop) => stop.seq === seq && stop.state !== 'cancelled')
  const cancelled = now.stops.filter(isNew)
  return [...new Set(cancelled.map(({ orderNumber }) => orderNumber))].map((orderNumber) => {
    const isInTote = cancelled.some((stop) => stop.orderNumber === orderNumber && stop.picked > 0)
    const tote = cancelled.find((stop) => stop.orderNumber === orderNumber)?.tote ?? ''
    return {
      id: `cancelled ${orderNumber}`,
      title: `Order ${orderNumber} was cancelled`,
      text: isInTote
        ? `Take what you picked for it out of ${toteWords(now, tote)} and put it on the returns shelf.`
        : 'Nothing of it is picked any more.',
    }
  })
}

export const lostNotice = (tour: Tour, why: string): Notice => ({
  id: `lost ${tour.tourId}`,
  title: 'This tour is not yours any more',
  text: `${why} Bring your totes to ${tour.end.code}; picks that wait on this phone are still sent.`,
})

export const units = (count: number): string => `${count} ${count === 1 ? 'unit' : 'units'}`
