import { auth } from '@/lib/platform/auth'

/** Whose session a request is of, and which: the door has let it in. */
export async function ownSession(request: Request): Promise<{ userId: string; sessionId: string }> {
  const found = await auth.api.getSession({ headers: request.headers })
  if (!found) throw new Error('a person came in without a session')
  return { userId: found.user.id, sessionId: found.session.id }
}
