import { advanceTour, type PickerAct } from '@/lib/picking/rules/advance-tour'
import type { Tour } from '@/lib/picking/schema'

/** Something the server said that the picker must know: what happened, and what to do. */
export type Notice = { id: string; title: string; text: string }

/**
 * What one picker's phone keeps: the tour as the server last told it, acts that wait for the server, what it answered.
 * Only this page writes it, so a number tells its shape: a parser would be 33 kB of script before the first stop.
 */
export type PhoneRecord = {
  shape: typeof SHAPE
  tour: Tour | null
  acts: PickerAct[]
  notices: Notice[]
}
/** Goes up with every change of the shape of a record. */
const SHAPE = 1

/** What is kept, unless another version of this page kept it in another shape. */
export const readRecord = (kept: unknown): PhoneRecord =>
  typeof kept === 'object' && kept !== null && 'shape' in kept && kept.shape === SHAPE
    ? (kept as PhoneRecord)
    : EMPTY

export const EMPTY: PhoneRecord = { shape: SHAPE, tour: null, acts: [], notices: [] }

/** The tour as it is shown: what waits is done already, for who did it. */
export const shownTour = ({ tour, acts }: PhoneRecord): Tour | null => tour && acts.reduce(advanceTour, tour)

/** An act on a stop that is no longer open is a thumb that trembled, or another page of the same phone. */
export function withAct(record: PhoneRecord, act: PickerAct): PhoneRecord {
  const stop = act.kind === 'give-back' ? null : shownTour(record)?.stops.find(({ seq }) => seq === act.seq)
  return stop === null || stop?.state === 'open' ? { ...record, acts: [...record.acts, act] } : record
}

/** The server has these acts: they are of the tour now. */
export const withTaken = (record: PhoneRecord, acts: readonly PickerAct[]): PhoneRecord => ({
  ...withoutActs(record, acts),
  tour: record.tour && acts.reduce(advanceTour, record.tour),
})

/** The server will never take these acts. */
export function withoutActs(record: PhoneRecord, acts: readonly PickerAct[]): PhoneRecord {
  const gone = new Set(acts.map(({ operationId }) => operationId))
  return { ...record, acts: record.acts.filter(({ operationId }) => !gone.has(operationId)) }
}

/** A stop that the server was found to have cancelled. */
export const withCancelled = (record: PhoneRecord, seq: number): PhoneRecord => ({
  ...record,
  tour: record.tour && {
    ...record.tour,
    stops: record.tour.stops.map((stop) => (stop.seq === seq ? { ...stop, state: 'cancelled' } : stop)),
  },
})

/** The tour as the server tells it now; one that was on its way before another is no news. */
export const withTour = (record: PhoneRecord, tour: Tour): PhoneRecord =>
  record.tour?.tourId === tour.tourId && record.tour.version > tour.version ? record : { ...record, tour }

export const withNotice = (record: PhoneRecord, notice: Notice): PhoneRecord => ({
  ...record,
  notices: [...record.notices.filter(({ id }) => id !== notice.id), notice],
})

export const withoutNotice = (record: PhoneRecord, id: string): PhoneRecord => ({
  ...record,
  notices: record.notices.filter((notice) => notice.id !== id),
})

/** The tour is over for this picker; what waits is sent all the same. */
export const withoutTour = (record: PhoneRecord): PhoneRecord => ({ ...record, tour: null })
