import { z } from 'zod'
import { notFound } from '@/app/answers'
import { readTour } from '@/lib/picking/read-tour'
import type { Tour } from '@/lib/picking/schema'
import { mayKnow } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'

/** The tour that a path names, unless it is of none of the caller's sites: then there is none. */
export async function knownTour(caller: Caller, tourId = ''): Promise<Tour> {
  const tour = z.uuid().safeParse(tourId).success ? await readTour(tourId) : null
  return tour && mayKnow(caller, tour.site) ? tour : notFound(`No tour ${tourId}.`)
}

const PERSON = 'person:'

/** Who a caller picks as; a machine may speak for several, by name. */
export function pickerOf(caller: Caller, name?: string): { id: string; name: string } {
  if (caller.kind === 'person') return { id: caller.clientId.slice(PERSON.length), name: caller.name }
  return {
    id: name === undefined ? caller.clientId : `${caller.clientId}/${name}`,
    name: name ?? caller.clientId,
  }
}

/** Whether a tour is the caller's: a person's own, or one of a machine's pickers. */
export const isWalkedBy = (caller: Caller, { picker }: Tour): boolean =>
  picker.id === pickerOf(caller).id ||
  (caller.kind === 'machine' && picker.id.startsWith(`${caller.clientId}/`))

/** Who speaks of a tour: its picker when it is the caller's, else the caller by themselves. */
export const speakerOf = (caller: Caller, tour: Tour): string =>
  isWalkedBy(caller, tour) ? tour.picker.id : pickerOf(caller).id
