import { auth } from '@/lib/platform/auth'
import { db } from '@/lib/platform/db'
import type { PersonRefusal } from './change-person'
import { holdPerson } from './hold-person'
import { makePassword } from './make-password'

type Reset = { outcome: 'reset'; password: string; passwordEndsAt: Date }

/**
 * Makes a person another password, returned this once: good for choosing an own one within a week. Their sessions end,
 * and who was disabled may come in again.
 */
export async function resetPassword(
  id: string,
  siteIds: readonly string[],
  now: Date,
): Promise<Reset | PersonRefusal> {
  const { password, passwordEndsAt } = makePassword(now)
  const { password: hasher } = await auth.$context
  const hash = await hasher.hash(password)
  return db.$transaction(async (write) => {
    const person = await holdPerson(write, id, siteIds)
    if (!person) return { outcome: 'unknown' }
    if (!person.isWithin) return { outcome: 'beyond-reach' }
    await write.account.updateMany({
      where: { userId: id, providerId: 'credential' },
      data: { password: hash },
    })
    await write.session.deleteMany({ where: { userId: id } })
    await write.user.update({ where: { id }, data: { passwordEndsAt, disabledAt: null } })
    return { outcome: 'reset', password, passwordEndsAt }
  })
}
