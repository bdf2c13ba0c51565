import { auth } from '@/lib/platform/auth'
import { db } from '@/lib/platform/db'

type Own = { userId: string; sessionId: string }
type Changed = { outcome: 'changed' | 'wrong' | 'lapsed' }

/**
 * A person's own choice of a password: whoever else is signed in as them is no more. With a password that was made for
 * them this makes them one of their sites, as long as it has not lapsed.
 */
export async function changeOwnPassword(
  { userId, sessionId }: Own,
  { current, next }: { current: string; next: string },
  now: Date,
): Promise<Changed> {
  const { password: hasher } = await auth.$context
  const account = await db.account.findFirst({
    where: { userId, providerId: 'credential' },
    include: { user: true },
  })
  const hash = account?.password
  if (!account || !hash || !(await hasher.verify({ hash, password: current }))) return { outcome: 'wrong' }
  const { passwordEndsAt } = account.user
  if (passwordEndsAt !== null && passwordEndsAt <= now) return { outcome: 'lapsed' }
  const password = await hasher.hash(next)
  await db.$transaction([
    // The others are ended by the password's trigger.
    db.$executeRaw`SELECT set_config('stowline.keeps_session', ${sessionId}, true)`,
    db.account.update({ where: { id: account.id }, data: { password } }),
    db.user.update({ where: { id: userId }, data: { passwordEndsAt: null } }),
  ])
  return { outcome: 'changed' }
}
