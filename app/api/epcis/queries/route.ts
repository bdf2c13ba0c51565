import { json, refuse } from '@/app/answers'
import { listNamedQueries } from '@/lib/epcis/list-named-queries'
import { nameQuery } from '@/lib/epcis/name-query'
import { readNamedQuery } from '@/lib/epcis/rules/named-query'
import { listQueriesOperation, nameQueryOperation } from '../../epcis-operations'
import { nextPage, pageOf } from '../answers'
import { resource } from '../discovery'
import { epcisDoor, refuseBy } from '../epcis-door'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(
  {
    GET: epcisDoor(listQueriesOperation, async ({ request, caller }) => {
      const { perPage, nextPageToken: after = '' } = pageOf(request)
      const found = await listNamedQueries(caller.clientId, { after, limit: perPage + 1 })
      const shown = found.slice(0, perPage)
      const last = found.length > perPage ? shown.at(-1) : undefined
      return json(shown, 200, nextPage(request, last?.name ?? null))
    }),
    POST: epcisDoor(nameQueryOperation, async ({ caller, body }) => {
      const read = readNamedQuery(body.query)
      if (!read.ok)
        refuseBy('QueryValidationException', {
          status: 400,
          title: 'The query is not valid',
          detail: read.reason,
        })
      const { outcome } = await nameQuery(body, caller.clientId, new Date())
      if (outcome === 'known')
        refuse({ status: 409, title: 'There is a query of this name', detail: `Query ${body.name} is here.` })
      const location = `/api/epcis/queries/${encodeURIComponent(body.name)}`
      return new Response(null, { status: 201, headers: { location, 'cache-control': 'no-store' } })
    }),
  },
  listQueriesOperation,
)
