import { db } from '@/lib/platform/db'
import type { PersonRefusal } from './change-person'
import { holdPerson, onlyManagedBy } from './hold-person'

/** Takes away a person's password and ends their sessions; what they did keeps their name. A new password lets them in again. */
export async function disablePerson(
  id: string,
  siteIds: readonly string[],
  now: Date,
): Promise<{ outcome: 'disabled' } | PersonRefusal> {
  return db.$transaction(async (write) => {
    const person = await holdPerson(write, id, siteIds)
    if (!person) return { outcome: 'unknown' }
    if (!person.isWithin) return { outcome: 'beyond-reach' }
    const site = await onlyManagedBy(write, person, person.sites)
    if (site !== null) return { outcome: 'last-manager', site }
    await write.account.updateMany({ where: { userId: id }, data: { password: null } })
    await write.session.deleteMany({ where: { userId: id } })
    await write.user.update({ where: { id }, data: { disabledAt: person.disabledAt ?? now } })
    return { outcome: 'disabled' }
  })
}
