import { db, statement } from '@/lib/platform/db'
import type { SignInBeginning } from './begin-sign-in'
import { recordAudit } from './record-audit'

type Begun = Extract<SignInBeginning, { outcome: 'begun' }>
/** `not-tried`: nobody looked at the password, for instance because a page of another site sent it. */
export type SignInEnd =
  | { outcome: 'signed-in'; userId: string; replaces: string | null }
  | { outcome: 'wrong' }
  | { outcome: 'not-tried' }

/**
 * What came of an attempt that was begun. Who got in has no failures any more, the address one less, and the session that
 * the browser had before (`replaces`, its id) ends: nobody stays signed in by a cookie of the time before.
 */
export async function settleSignIn(begun: Begun, end: SignInEnd, requestId: string): Promise<void> {
  const action = 'signIn'
  if (end.outcome === 'wrong') {
    // The hash names the account to whoever knows its e-mail, and to nobody else.
    const tried = { actor: begun.address, action, outcome: 'refused', subject: begun.account } as const
    return recordAudit({ ...tried, requestId })
  }
  await takeBack(begun, end.outcome === 'signed-in')
  if (end.outcome === 'not-tried') return
  if (end.replaces !== null) await db.session.deleteMany({ where: { id: end.replaces } })
  const person = `person:${end.userId}`
  await recordAudit({ actor: person, action, outcome: 'allowed', subject: person, requestId })
}

async function takeBack({ account, address }: Begun, isWhole: boolean): Promise<void> {
  await statement('settle-sign-in', SETTLE, [account, address, isWhole])
}

// What nobody tried for a day is forgotten with it.
const SETTLE = `
  WITH gone AS (
    DELETE FROM sign_in_throttle
     WHERE (subject = $1 AND $3) OR (last_at < now() - interval '1 day' AND subject NOT IN ($1, $2)))
  UPDATE sign_in_throttle SET failures = greatest(failures - 1, 0), blocked_until = NULL
   WHERE subject = $2 OR (subject = $1 AND NOT $3)`
