import { createHash } from 'node:crypto'
import { statement } from '@/lib/platform/db'

export type SignInBeginning =
  | { outcome: 'begun'; account: string; address: string }
  | { outcome: 'too-many'; retryAfterSeconds: number }

/**
 * Counts an attempt to sign in before it is made, as if it failed; `settleSignIn` takes back what did not. So a thousand
 * guesses at once are a thousand, in whichever process they arrive.
 *
 * Five wrong passwords of an account are free, and then each one doubles the time until the next is looked at, from 1 s to
 * 5 min; from one address it is a hundred, to 1 min: a whole shift behind one address mistypes less. Either is forgotten
 * after 15 min without a failure. An e-mail that has no account counts like one that has.
 */
export async function beginSignIn(email: string, from: string): Promise<SignInBeginning> {
  const hash = createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')
  const [account, address] = [`account:${hash}`, `address:${from}`]
  const [row] = await statement<{ wait: number }>('begin-sign-in', 'SELECT begin_sign_in($1, $2) AS wait', [
    account,
    address,
  ])
  const retryAfterSeconds = row?.wait ?? 0
  return retryAfterSeconds > 0
    ? { outcome: 'too-many', retryAfterSeconds }
    : { outcome: 'begun', account, address }
}
