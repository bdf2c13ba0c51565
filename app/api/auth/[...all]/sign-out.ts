import { auth } from '@/lib/platform/auth'
import { recordAudit } from '@/lib/sites/record-audit'

/** Ends the session that comes along. */
export async function signOut(request: Request, requestId: string): Promise<Response> {
  const session = await auth.api.getSession({ headers: request.headers })
  const answer = await auth.handler(request)
  if (!answer.ok || !session) return answer
  const person = `person:${session.user.id}`
  await recordAudit({ actor: person, action: 'signOut', outcome: 'allowed', subject: person, requestId })
  return answer
}
