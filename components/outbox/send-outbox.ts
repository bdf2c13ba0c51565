import { FetchProblem } from '@/components/live/fetch-json'
import { isFinal } from '@/components/live/is-final'
import type { CountLineRequest } from '@/lib/inventory/schema'
import type { StowConfirmation, StowConfirmed } from '@/lib/inventory/stow-schema'
import type { PickerAct } from '@/lib/picking/rules/advance-tour'
import type { Confirmation, ConfirmationResult, ShortAnswer, ShortRequest } from '@/lib/picking/schema'
import type { MoveConfirmation } from '@/lib/picking/slotting-schema'
import { type Act, emptyDraft, type StowAct, thingOf } from './act'
import { conflictNotice, refusalNotice, shortNotice } from './act-notices'
import {
  type OutboxRecord,
  withCancelled,
  withDraft,
  withNotice,
  withoutActs,
  withoutTour,
  withTaken,
} from './outbox-record'
import type { OutboxStore } from './outbox-store'

/** Where acts are told. @throws FetchProblem */
export type Doors = {
  confirm: (tourId: string, picks: Confirmation[]) => Promise<{ results: ConfirmationResult[] }>
  short: (tourId: string, short: ShortRequest) => Promise<ShortAnswer>
  giveBack: (tourId: string) => Promise<unknown>
  count: (countId: string, lines: CountLineRequest[]) => Promise<unknown>
  stow: (stowId: string, said: StowConfirmation) => Promise<StowConfirmed>
  move: (site: string, moveId: string, said: MoveConfirmation) => Promise<unknown>
}

type PickAct = Extract<PickerAct, { kind: 'pick' }>
type Answered = (record: OutboxRecord) => OutboxRecord
/** `later`: not now, and the same again may pass. `unreached`: nothing will pass now. */
type Sending = 'sent' | 'later' | 'unreached'

/** As many as every door takes at once. */
const MOST_TOGETHER = 200

/**
 * Sends what waits, in the order in which it was done. An act leaves the phone only when the server has answered it; when
 * the answer was lost it is sent again under the same operation's id. An act that is refused for good becomes a notice
 * and lets the next one pass; a door that cannot take one now holds back only what is about the same thing.
 * @returns whether the server was reached for all of it
 */
export async function sendOutbox(store: OutboxStore, doors: Doors): Promise<boolean> {
  const held = new Set<string>()
  for (;;) {
    const waiting = (store.read()?.acts ?? []).filter((act) => !held.has(thingOf(act)))
    const [first] = waiting
    if (!first) return held.size === 0
    const sending = await sendActs(store, doors, together(first, waiting))
    if (sending === 'unreached') return false
    if (sending === 'later') held.add(thingOf(first))
  }
}

/** What one request can carry: the first act, and those of its kind that follow it on the same thing. */
function together(first: Act, waiting: readonly Act[]): Act[] {
  if (first.kind !== 'pick' && first.kind !== 'count-line') return [first]
  const same = waiting.filter((act) => thingOf(act) === thingOf(first))
  const end = same.findIndex(({ kind }) => kind !== first.kind)
  return same.slice(0, Math.min(MOST_TOGETHER, end < 0 ? same.length : end))
}

async function sendActs(store: OutboxStore, doors: Doors, acts: readonly Act[]): Promise<Sending> {
  try {
    const { acts: left } = await store.change(await answerTo(doors, acts))
    // An answer that says nothing of an act is asked for again, later.
    return acts.some((act) => left.some(({ operationId }) => operationId === act.operationId))
      ? 'later'
      : 'sent'
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error
    if (!isFinal(error.status)) return error.status === 0 ? 'unreached' : 'later'
    // One bad act must not take good ones with it: alone, each gets an answer of its own.
    if (acts.length > 1) return sendOneByOne(store, doors, acts)
    await store.change((record) =>
      acts.reduce(
        (now, act) => withNotice(now, refusalNotice(act, error.message, now.tour)),
        withoutActs(record, acts),
      ),
    )
    return 'sent'
  }
}

async function sendOneByOne(store: OutboxStore, doors: Doors, acts: readonly Act[]): Promise<Sending> {
  for (const act of acts) {
    const sending = await sendActs(store, doors, [act])
    if (sending !== 'sent') return sending
  }
  return 'sent'
}

/** Sends acts of one kind on one thing, and tells what their answer makes of what the phone keeps. */
async function answerTo(doors: Doors, acts: readonly Act[]): Promise<Answered> {
  const [act] = acts
  switch (act?.kind) {
    case undefined:
      return (record) => record
    case 'give-back':
      await doors.giveBack(act.tourId)
      return (record) => withoutTour(withoutActs(record, acts))
    case 'short': {
      const { operationId, seq, found, reason } = act
      const answer = await doors.short(act.tourId, { operationId, seq, found, reason })
      return (record) => withNotice(withTaken(record, [act]), shortNotice(act, answer, record.tour))
    }
    case 'pick': {
      const picks = acts.filter((one) => one.kind === 'pick')
      const { results } = await doors.confirm(act.tourId, picks.map(confirmationOf))
      return (record) => picks.reduce((now, pick) => afterPick(now, pick, results), record)
    }
    case 'count-line': {
      const lines = acts.flatMap((one) => (one.kind === 'count-line' ? [one.line] : []))
      await doors.count(act.countId, lines)
      return (record) => withoutActs(record, acts)
    }
    case 'stow': {
      const told = await doors.stow(act.stowId, act.said)
      return (record) => afterStow(withoutActs(record, acts), act, told)
    }
    case 'move':
      await doors.move(act.site, act.moveId, act.said)
      return (record) => withoutActs(record, acts)
  }
}

const confirmationOf = ({ operationId, seq, bin, sku, quantity, at }: PickAct): Confirmation => ({
  ...{ operationId, seq, bin, sku, quantity, at },
})

function afterPick(
  record: OutboxRecord,
  pick: PickAct,
  results: readonly ConfirmationResult[],
): OutboxRecord {
  const result = results.find(({ operationId }) => operationId === pick.operationId)
  if (!result) return record
  if (result.outcome === 'recorded') return withTaken(record, [pick])
  const left = withoutActs(record, [pick])
  const told = result.reason === 'order-cancelled' ? withCancelled(left, pick.seq) : left
  return withNotice(told, conflictNotice(pick, result, record.tour))
}

/** The next bin of the stow, or the next item; somebody who went on to another one meanwhile stays there. */
function afterStow(record: OutboxRecord, { stowId, name }: StowAct, told: StowConfirmed): OutboxRecord {
  const draft = record.stow
  if (draft?.stow?.stowId !== stowId) return record
  const { bin, quantity, isPlanned, stow } = told
  const last = { bin, isPlanned, text: `${quantity} × ${name}` }
  const isDone = stow.bins.every(({ state }) => state !== 'open')
  return isDone ? { ...record, stow: emptyDraft(draft.site, last) } : withDraft(record, { stow, last })
}
