import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { endSessions } from '@/lib/sites/end-sessions'
import { listSessions } from '@/lib/sites/list-people'
import { endOwnSessionsOperation, listOwnSessionsOperation } from '../../people-operations'
import { ownSession } from '../own-session'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listOwnSessionsOperation, async ({ request }) => {
    const { userId, sessionId } = await ownSession(request)
    return json({ items: await listSessions(userId, sessionId, new Date()), nextCursor: null })
  }),
  DELETE: door(endOwnSessionsOperation, async ({ request, query, audit }) => {
    const { userId, sessionId } = await ownSession(request)
    const which = query.session === undefined ? { except: sessionId } : { only: query.session }
    const { ended } = await endSessions(userId, which)
    await audit({ subject: userId, isChanged: ended > 0 })
    return new Response(null, { status: 204 })
  }),
})
