import { db } from '@/lib/platform/db'
import { holdPerson, onlyManagedBy } from './hold-person'
import type { PersonChange } from './people-schema'

export type PersonRefusal =
  | { outcome: 'unknown' }
  /** They belong to sites that the asker does not. */
  | { outcome: 'beyond-reach' }
  /** Nobody would manage the site. */
  | { outcome: 'last-manager'; site: string }

/**
 * Gives a person a name, a role and, of the asker's sites, those that they belong to; their other sites stay. A role is
 * the same everywhere, so name and role are changed only by who has all of the person's sites. Another role ends the
 * person's sessions.
 */
export async function changePerson(
  id: string,
  { name, role, sites }: PersonChange,
  siteIds: readonly string[],
): Promise<{ outcome: 'changed' } | { outcome: 'no-site' } | PersonRefusal> {
  return db.$transaction(async (write) => {
    const person = await holdPerson(write, id, siteIds)
    if (!person) return { outcome: 'unknown' }
    const isOther = person.role !== role || person.name !== name
    if (isOther && !person.isWithin) return { outcome: 'beyond-reach' }
    const after = [...person.sites.filter((site) => !siteIds.includes(site)), ...sites]
    if (after.length === 0) return { outcome: 'no-site' }
    const left = role === 'manager' ? person.sites.filter((site) => !after.includes(site)) : person.sites
    const site = await onlyManagedBy(write, person, left)
    if (site !== null) return { outcome: 'last-manager', site }
    await write.membership.deleteMany({ where: { userId: id, siteId: { notIn: after } } })
    const data = after.map((siteId) => ({ userId: id, siteId }))
    await write.membership.createMany({ data, skipDuplicates: true })
    await write.user.update({ where: { id }, data: { name, role } })
    if (person.role !== role) await write.session.deleteMany({ where: { userId: id } })
    return { outcome: 'changed' }
  })
}
