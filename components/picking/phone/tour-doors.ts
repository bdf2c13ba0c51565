import { askDoor, readAnswer } from '@/components/outbox/ask-door'
import { type Tour, tourSchema } from '@/lib/picking/schema'
import { nextTourPath } from './first-tap'

const tourPath = (tourId: string): string => `/api/picks/${encodeURIComponent(tourId)}`
const leaseSchema = tourSchema.pick({ leaseUntil: true, version: true })
const nextTourSchema = tourSchema.nullable()

/** The tour as it is now. @throws FetchProblem */
export const readTour = (tourId: string): Promise<Tour> => askDoor(tourPath(tourId), tourSchema)

/**
 * The picker's tour, or a new one; null when there is no work.
 * @param asked the answer that is on its way already
 * @throws FetchProblem
 */
export const nextTour = (site: string, asked?: Promise<Response>): Promise<Tour | null> =>
  asked === undefined ? askDoor(nextTourPath(site), nextTourSchema) : readAnswer(asked, nextTourSchema)

/** Says that somebody is still walking the tour. @throws FetchProblem; 409 when it is somebody else's by now */
export const keepLease = (tourId: string) => askDoor(`${tourPath(tourId)}/lease`, leaseSchema, {})
