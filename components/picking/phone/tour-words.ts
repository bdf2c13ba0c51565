import type { PickerAct } from '@/lib/picking/rules/advance-tour'
import type { ConfirmationResult, ShortAnswer, Tour, TourStop } from '@/lib/picking/schema'
import { toteWords } from './judge-scan'
import type { Notice } from './phone-record'

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

type Conflict = NonNullable<ConfirmationResult['reason']>

/** What to do about a pick that the book did not take. */
const CONFLICTS: Record<Conflict, { title: string; todo: string }> = {
  'wrong-bin': { title: 'Not from that bin', todo: 'Put it back. The stop is open again.' },
  'wrong-item': { title: 'Not that item', todo: 'Put it back where it came from. The stop is open again.' },
  'too-many': {
    title: 'The book has fewer there',
    todo: 'Keep what is in the tote and tell a manager; a count of the bin will settle it.',
  },
  'order-cancelled': {
    title: 'The order was cancelled meanwhile',
    todo: 'Take it out of the tote and put it on the returns shelf.',
  },
  'not-yours': {
    title: 'The tour was given to somebody else meanwhile',
    todo: 'Hand your totes over at the end point.',
  },
  'already-picked': { title: 'It was picked already', todo: 'If it is in the tote twice, put one back.' },
  'unknown-stop': {
    title: 'This stop is no longer in the tour',
    todo: 'Put it back where it came from.',
  },
}

const stopOf = (tour: Tour | null, act: PickerAct) =>
  act.kind === 'give-back' ? undefined : tour?.stops.find(({ seq }) => seq === act.seq)

/** What was done, as the picker remembers it. */
function deedOf(act: PickerAct, tour: Tour | null): string {
  const stop = stopOf(tour, act)
  if (act.kind === 'give-back') return 'giving the tour back'
  return stop ? `${stop.name}, ${stop.bin}` : `stop ${act.seq}`
}

export function conflictNotice(act: PickerAct, result: ConfirmationResult, tour: Tour | null): Notice {
  const { title, todo } = CONFLICTS[result.reason ?? 'unknown-stop']
  return { id: act.operationId, title: `${title}: ${deedOf(act, tour)}`, text: result.says ?? todo }
}

/** An act that the server refused as a whole: it says why. */
export const refusalNotice = (act: PickerAct, why: string, tour: Tour | null): Notice => ({
  id: act.operationId,
  title: `Not taken: ${deedOf(act, tour)}`,
  text: `${why} Tell a manager if you do not know why.`,
})

export function shortNotice(act: PickerAct, answer: ShortAnswer, tour: Tour | null): Notice {
  const text = answer.replacedBy
    ? `The rest comes from ${answer.replacedBy.bin}. It is on your way now.`
    : answer.releasedFrom
      ? `There is no more of it to pick. Order ${answer.releasedFrom} goes on without it, or waits.`
      : 'There is no more of it to pick.'
  return { id: act.operationId, title: `Short pick: ${deedOf(act, tour)}`, text }
}

/** A short pick without a network: nobody can say yet what replaces it. */
export const skippedNotice = (act: PickerAct, tour: Tour | null): Notice => ({
  id: act.operationId,
  title: `Skipped without a network: ${deedOf(act, tour)}`,
  text: 'Go on. What replaces it comes onto your way as soon as there is a network.',
})

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
