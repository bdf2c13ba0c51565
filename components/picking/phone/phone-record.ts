import { z } from 'zod'
import { advanceTour } from '@/lib/picking/rules/advance-tour'
import { type PickerAct, pickerActSchema, type Tour, tourSchema } from '@/lib/picking/schema'

const noticeSchema = z.object({ id: z.string(), title: z.string(), text: z.string() })
/** Something the server said that the picker must know: what happened, and what to do. */
export type Notice = z.infer<typeof noticeSchema>

/** What one picker's phone keeps: the tour as the server last told it, acts that wait for the server, what it answered. */
export const phoneRecordSchema = z.object({
  tour: tourSchema.nullable(),
  acts: z.array(pickerActSchema),
  notices: z.array(noticeSchema),
})
export type PhoneRecord = z.infer<typeof phoneRecordSchema>

export const EMPTY: PhoneRecord = { tour: null, acts: [], notices: [] }

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
