import { db } from '@/lib/platform/db'
import { createUser } from './create-user'
import { makePassword } from './make-password'
import type { Role } from './schema'

type Invited =
  | { outcome: 'invited'; userId: string; password: string; passwordEndsAt: Date }
  | { outcome: 'known' }

/** Makes an account whose password, returned this once, is good for choosing an own one within a week. */
export async function invitePerson(
  person: { email: string; name: string; role: Role; siteIds: string[] },
  now: Date,
): Promise<Invited> {
  const made = makePassword(now)
  try {
    return { outcome: 'invited', ...(await createUser({ ...person, ...made })), ...made }
  } catch (error) {
    // Also where another invitation of theirs came first, at the same moment.
    if (await db.user.findUnique({ where: { email: person.email.toLowerCase() } }))
      return { outcome: 'known' }
    throw error
  }
}
