import { auth } from '@/lib/platform/auth'
import { db } from '@/lib/platform/db'
import type { Role } from './schema'

/**
 * Makes an account with a role at some sites; nobody can sign up by themselves.
 * @param person.passwordEndsAt until when the password lets its bearer choose an own one; left out, it is their own
 * @throws Error when the e-mail has an account already, or the password is shorter than 12 characters
 */
export async function createUser(person: {
  email: string
  name: string
  password: string
  passwordEndsAt?: Date
  role: Role
  siteIds: string[]
}): Promise<{ userId: string }> {
  const context = await auth.$context
  if (person.password.length < 12) throw new Error('a password needs at least 12 characters')
  const email = person.email.toLowerCase()
  if (await db.user.findUnique({ where: { email } })) throw new Error(`${email} has an account already`)
  const userId = crypto.randomUUID()
  const password = await context.password.hash(person.password)
  await db.user.create({
    data: {
      id: userId,
      email,
      name: person.name,
      role: person.role,
      emailVerified: true,
      passwordEndsAt: person.passwordEndsAt,
      accounts: {
        create: { id: crypto.randomUUID(), accountId: userId, providerId: 'credential', password },
      },
      memberships: { create: [...new Set(person.siteIds)].map((siteId) => ({ siteId })) },
    },
  })
  return { userId }
}
