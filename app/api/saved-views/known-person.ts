import { refuse } from '@/app/answers'
import type { Caller, Role } from '@/lib/sites/schema'

/** The person who asks, by the id of their account; the door has let nobody else in. */
export function knownPerson(caller: Caller): { id: string; role: Role; siteIds: string[] } {
  if (caller.kind !== 'person') refuse({ status: 403, title: 'Forbidden', detail: 'This is for people.' })
  const { clientId, role, sites } = caller
  return { id: clientId.slice('person:'.length), role, siteIds: sites.map((site) => site.id) }
}
