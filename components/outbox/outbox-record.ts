import { advanceTour, type PickerAct } from '@/lib/picking/rules/advance-tour'
import type { Tour } from '@/lib/picking/schema'
import { type Act, isTourAct, refusalId, type StowDraft } from './act'

/** Something the server said that must be read: what happened, and what to do. */
export type Notice = { id: string; title: string; text: string }

/**
 * What a phone keeps for one person: acts that wait for the server, in the order in which they were done, what it answered,
 * and the work at hand: the tour as the server last told it, and what is being put away. One record, because an act
 * leaves it in the same breath in which the work at hand learns of it.
 * Only this page writes it, so a number tells its shape: a parser would be 33 kB of script before the first stop.
 */
export type OutboxRecord = {
  shape: typeof SHAPE
  acts: Act[]
  notices: Notice[]
  tour: Tour | null
  stow: StowDraft | null
}
/** Goes up with every change of the shape of a record. */
const SHAPE = 2

/** What is kept, unless another version of this page kept it in another shape. */
export const readRecord = (kept: unknown): OutboxRecord =>
  typeof kept === 'object' && kept !== null && 'shape' in kept && kept.shape === SHAPE
    ? (kept as OutboxRecord)
    : EMPTY

export const EMPTY: OutboxRecord = { shape: SHAPE, acts: [], notices: [], tour: null, stow: null }

export const tourActs = ({ acts }: OutboxRecord): PickerAct[] => acts.filter(isTourAct)

/** The tour as it is shown: what waits is done already, for who did it. */
export const shownTour = (record: OutboxRecord): Tour | null =>
  record.tour && tourActs(record).reduce(advanceTour, record.tour)

/** An act on a stop that is no longer open is a thumb that trembled, or another page of the same phone; so is an act that waits already. */
export function withAct(record: OutboxRecord, act: Act): OutboxRecord {
  if (record.acts.some(({ operationId }) => operationId === act.operationId)) return record
  const stop = 'seq' in act ? shownTour(record)?.stops.find(({ seq }) => seq === act.seq) : null
  if (stop !== null && stop?.state !== 'open') return record
  return withoutNotice({ ...record, acts: [...record.acts, act] }, refusalId(act))
}

/** The server has these acts: they are of the tour now. */
export const withTaken = (record: OutboxRecord, acts: readonly PickerAct[]): OutboxRecord => ({
  ...withoutActs(record, acts),
  tour: record.tour && acts.reduce(advanceTour, record.tour),
})

/** The server will never take these acts, or has them. */
export function withoutActs(record: OutboxRecord, acts: readonly Act[]): OutboxRecord {
  const gone = new Set(acts.map(({ operationId }) => operationId))
  return { ...record, acts: record.acts.filter(({ operationId }) => !gone.has(operationId)) }
}

/** A stop that the server was found to have cancelled. */
export const withCancelled = (record: OutboxRecord, seq: number): OutboxRecord => ({
  ...record,
  tour: record.tour && {
    ...record.tour,
    stops: record.tour.stops.map((stop) => (stop.seq === seq ? { ...stop, state: 'cancelled' } : stop)),
  },
})

/** The tour as the server tells it now; one that was on its way before another is no news. */
export const withTour = (record: OutboxRecord, tour: Tour): OutboxRecord =>
  record.tour?.tourId === tour.tourId && record.tour.version > tour.version ? record : { ...record, tour }

/** The tour is over for this picker; what waits is sent all the same. */
export const withoutTour = (record: OutboxRecord): OutboxRecord => ({ ...record, tour: null })

export const withDraft = (record: OutboxRecord, part: Partial<StowDraft>): OutboxRecord => ({
  ...record,
  stow: record.stow && { ...record.stow, ...part },
})

export const withNotice = (record: OutboxRecord, notice: Notice): OutboxRecord => ({
  ...record,
  notices: [...record.notices.filter(({ id }) => id !== notice.id), notice],
})

export const withoutNotice = (record: OutboxRecord, id: string): OutboxRecord => ({
  ...record,
  notices: record.notices.filter((notice) => notice.id !== id),
})
