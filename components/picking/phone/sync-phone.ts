import { FetchProblem } from '@/components/live/fetch-json'
import { isFinal } from '@/components/live/is-final'
import type { PickerAct } from '@/lib/picking/rules/advance-tour'
import type { Confirmation, ConfirmationResult, ShortAnswer, ShortRequest, Tour } from '@/lib/picking/schema'
import {
  type PhoneRecord,
  withCancelled,
  withNotice,
  withoutActs,
  withoutTour,
  withTaken,
  withTour,
} from './phone-record'
import type { PhoneStore } from './phone-store'
import { cancelledNotices, conflictNotice, lostNotice, refusalNotice, shortNotice } from './tour-words'

/** The doors of a tour. @throws FetchProblem */
export type TourDoors = {
  read: (tourId: string) => Promise<Tour>
  confirm: (tourId: string, picks: Confirmation[]) => Promise<{ results: ConfirmationResult[] }>
  short: (tourId: string, short: ShortRequest) => Promise<ShortAnswer>
  giveBack: (tourId: string) => Promise<unknown>
}

type PickAct = Extract<PickerAct, { kind: 'pick' }>

/**
 * Sends what waits, in the order in which it was done, then reads the tour again. An act leaves the phone only when
 * the server has answered it; when the answer was lost it is sent again under the same operation's id. An act that is
 * refused for good becomes a notice and lets the next one pass.
 * @returns whether the server was reached for all of it
 */
export async function syncPhone(store: PhoneStore, doors: TourDoors): Promise<boolean> {
  for (;;) {
    const record = store.read()
    const [first] = record?.acts ?? []
    if (!record || !first) break
    const together = picksTogether(record.acts)
    if (!(await sendActs(store, doors, together.length > 0 ? together : [first]))) return false
  }
  return readTour(store, doors)
}

/** The picks at the head of what waits that one request can carry. */
function picksTogether(acts: readonly PickerAct[]): PickAct[] {
  const end = acts.findIndex((act) => act.kind !== 'pick' || act.tourId !== acts[0]?.tourId)
  return acts.slice(0, end < 0 ? acts.length : end).filter((act) => act.kind === 'pick')
}

async function sendActs(store: PhoneStore, doors: TourDoors, acts: readonly PickerAct[]): Promise<boolean> {
  try {
    const { acts: left } = await store.change(await answerTo(doors, acts))
    // An answer that says nothing of an act is asked for again, later.
    return !acts.some((act) => left.some(({ operationId }) => operationId === act.operationId))
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error
    if (!isFinal(error.status)) return false
    // One bad act must not take good ones with it: alone, each gets an answer of its own.
    if (acts.length > 1) {
      for (const act of acts) if (!(await sendActs(store, doors, [act]))) return false
      return true
    }
    await store.change((record) =>
      acts.reduce(
        (now, act) => withNotice(now, refusalNotice(act, error.message, now.tour)),
        withoutActs(record, acts),
      ),
    )
    return true
  }
}

type Answered = (record: PhoneRecord) => PhoneRecord

/** Sends acts of one kind and tells what their answer makes of the phone. */
async function answerTo(doors: TourDoors, acts: readonly PickerAct[]): Promise<Answered> {
  const [act] = acts
  if (!act) return (record) => record
  if (act.kind === 'give-back') {
    await doors.giveBack(act.tourId)
    return (record) => withoutTour(withoutActs(record, acts))
  }
  if (act.kind === 'short') {
    const { operationId, seq, found, reason } = act
    const answer = await doors.short(act.tourId, { operationId, seq, found, reason })
    return (record) => withNotice(withTaken(record, acts), shortNotice(act, answer, record.tour))
  }
  const picks = acts.filter((one) => one.kind === 'pick')
  const { results } = await doors.confirm(
    act.tourId,
    picks.map(({ operationId, seq, bin, sku, quantity, at }) => ({
      operationId,
      seq,
      bin,
      sku,
      quantity,
      at,
    })),
  )
  return (record) => picks.reduce((now, pick) => afterPick(now, pick, results), record)
}

function afterPick(record: PhoneRecord, pick: PickAct, results: readonly ConfirmationResult[]): PhoneRecord {
  const result = results.find(({ operationId }) => operationId === pick.operationId)
  if (!result) return record
  if (result.outcome === 'recorded') return withTaken(record, [pick])
  const left = withoutActs(record, [pick])
  const told = result.reason === 'order-cancelled' ? withCancelled(left, pick.seq) : left
  return withNotice(told, conflictNotice(pick, result, record.tour))
}

async function readTour(store: PhoneStore, doors: TourDoors): Promise<boolean> {
  const tour = store.read()?.tour
  if (!tour) return true
  try {
    const now = await doors.read(tour.tourId)
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
