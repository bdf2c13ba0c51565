import { z } from 'zod'
import { clientAddress } from '@/app/admit-caller'
import { refuse } from '@/app/answers'
import { parseBody } from '@/app/read-body'
import { auth } from '@/lib/platform/auth'
import { beginSignIn } from '@/lib/sites/begin-sign-in'
import { type SignInEnd, settleSignIn } from '@/lib/sites/settle-sign-in'
import { changeSessionOperation, signInRequestSchema } from '../../public-operations'

const BODY = { types: ['application/json'], limitBytes: changeSessionOperation.bytes.limitBytes }

const signedInSchema = z.object({ user: z.object({ id: z.string() }) })

/** Signs somebody in, unless too much was tried of late: better-auth knows the password, we count. */
export async function signIn(request: Request, requestId: string): Promise<Response> {
  const { email } = signInRequestSchema.parse(await parseBody(signInRequestSchema, request.clone(), BODY))
  const beginning = await beginSignIn(email, clientAddress(request.headers))
  if (beginning.outcome === 'too-many') {
    const seconds = beginning.retryAfterSeconds
    refuse(
      {
        status: 429,
        title: 'Too many attempts',
        detail: `Too many sign-ins failed. Try again in ${seconds} s.`,
      },
      { 'retry-after': String(seconds) },
    )
  }
  const before = await auth.api.getSession({ headers: request.headers })
  const answer = await auth.handler(request)
  await settleSignIn(beginning, await endOf(answer, before?.session.id ?? null), requestId)
  return answer
}

async function endOf(answer: Response, replaces: string | null): Promise<SignInEnd> {
  if (!answer.ok) return { outcome: answer.status === 401 ? 'wrong' : 'not-tried' }
  const { user } = signedInSchema.parse(await answer.clone().json())
  return { outcome: 'signed-in', userId: user.id, replaces }
}
