import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { endSessions } from '@/lib/sites/end-sessions'
import { listSessions } from '@/lib/sites/list-people'
import { endSessionsOperation, listSessionsOperation } from '../../../people-operations'
import { knownPerson } from '../../known-person'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listSessionsOperation, async ({ caller, params }) => {
    const { id } = await knownPerson(caller, params.id)
    return json({ items: await listSessions(id, null, new Date()), nextCursor: null })
  }),
  DELETE: door(endSessionsOperation, async ({ caller, params, query, audit }) => {
    const { id, sites } = await knownPerson(caller, params.id)
    const { ended } = await endSessions(id, { only: query.session })
    await audit({ subject: id, siteId: sites[0], isChanged: ended > 0 })
    return new Response(null, { status: 204 })
  }),
})
