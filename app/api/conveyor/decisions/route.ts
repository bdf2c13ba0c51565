import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listDecisions } from '@/lib/conveyor/list-decisions'
import { listDecisionsOperation } from '../../belt-screen-operations'
import { knownSite, nextLink } from '../../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listDecisionsOperation, async ({ request, caller, query }) => {
    const page = await listDecisions({ ...query, site: knownSite(caller, query.site) })
    return json(page, 200, nextLink(request, page.nextCursor))
  }),
})
