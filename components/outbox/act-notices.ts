import type { PickerAct } from '@/lib/picking/rules/advance-tour'
import type { ConfirmationResult, ShortAnswer, Tour } from '@/lib/picking/schema'
import { type Act, refusalId } from './act'
import type { Notice } from './outbox-record'

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

/** What was done, as the one who did it remembers it. */
function deedOf(act: Act, tour: Tour | null): string {
  switch (act.kind) {
    case 'count-line':
      return `${act.line.quantity} × ${act.name}, ${act.line.bin}`
    case 'stow':
    case 'move':
      return `${act.said.quantity} × ${act.name} into ${act.said.bin}`
    case 'give-back':
      return 'giving the tour back'
    default: {
      const stop = tour?.stops.find(({ seq }) => seq === act.seq)
      return stop ? `${stop.name}, ${stop.bin}` : `stop ${act.seq}`
    }
  }
}

export function conflictNotice(act: PickerAct, result: ConfirmationResult, tour: Tour | null): Notice {
  const { title, todo } = CONFLICTS[result.reason ?? 'unknown-stop']
  return { id: act.operationId, title: `${title}: ${deedOf(act, tour)}`, text: result.says ?? todo }
}

/** An act that the server refused as a whole: it says why. */
export const refusalNotice = (act: Act, why: string, tour: Tour | null): Notice => ({
  id: refusalId(act),
  title: `Not taken: ${deedOf(act, tour)}`,
  // Of a bin that takes nothing there is another one; of a pick there is not.
  text: 'tourId' in act ? `${why} Tell a manager if you do not know why.` : why,
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
