import { notFound, refuse } from '@/app/answers'
import type { PersonRefusal } from '@/lib/sites/change-person'
import { findPerson } from '@/lib/sites/list-people'
import type { PersonEntry } from '@/lib/sites/people-schema'
import type { Caller } from '@/lib/sites/schema'

/** The sites of a person; a machine has none of its own. */
export const ownSites = (caller: Caller): string[] =>
  caller.kind === 'person' ? caller.sites.map(({ id }) => id) : []

/** The person that a path names, unless they belong to none of the caller's sites: then there is none. */
export async function knownPerson(caller: Caller, id = ''): Promise<PersonEntry> {
  return (await findPerson(id, ownSites(caller), new Date())) ?? notFound(`No person ${id}.`)
}

/** Why a person stays as they are. */
export function refusePerson(refusal: PersonRefusal, id: string): never {
  if (refusal.outcome === 'unknown') notFound(`No person ${id}.`)
  const detail =
    refusal.outcome === 'beyond-reach'
      ? 'They also belong to sites that are not yours: only their sites can be changed.'
      : `Nobody else manages ${refusal.site}: give it another manager first.`
  refuse({ status: 409, title: 'The person stays as they are', detail })
}
