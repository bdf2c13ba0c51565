import { z } from 'zod'
import { problemOf } from '@/components/live/fetch-json'
import { confirmationsAnswerSchema, shortAnswerSchema, type Tour, tourSchema } from '@/lib/picking/schema'
import type { TourDoors } from './sync-phone'

/** A network that half works answers nobody: after this long it counts as none. */
const PATIENCE_MS = 10_000

const tourPath = (tourId: string): string => `/api/picks/${encodeURIComponent(tourId)}`
const leaseSchema = tourSchema.pick({ leaseUntil: true, version: true })

/** @throws FetchProblem with words fit to be shown; status 0 when the server was not reached */
async function ask<T>(path: string, schema: z.ZodType<T>, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null)
  if (!response?.ok) throw await problemOf(response)
  const text = await response.text()
  return schema.parse(text === '' ? null : JSON.parse(text))
}

export const tourDoors: TourDoors = {
  read: (tourId) => ask(tourPath(tourId), tourSchema),
  confirm: (tourId, picks) => ask(`${tourPath(tourId)}/confirmations`, confirmationsAnswerSchema, picks),
  short: (tourId, short) => ask(`${tourPath(tourId)}/shorts`, shortAnswerSchema, short),
  giveBack: (tourId) => ask(`${tourPath(tourId)}/give-back`, z.unknown(), {}),
}

/** The picker's tour, or a new one; null when there is no work. @throws FetchProblem */
export const nextTour = (site: string): Promise<Tour | null> =>
  ask(`/api/picks/next?site=${encodeURIComponent(site)}`, tourSchema.nullable())

/** Says that somebody is still walking the tour. @throws FetchProblem; 409 when it is somebody else's by now */
export const keepLease = (tourId: string) => ask(`${tourPath(tourId)}/lease`, leaseSchema, {})
