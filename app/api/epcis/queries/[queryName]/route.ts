import { json, notFound } from '@/app/answers'
import { forgetQuery } from '@/lib/epcis/forget-query'
import { forgetQueryOperation, showQueryOperation } from '../../../epcis-operations'
import { resource } from '../../discovery'
import { epcisDoor } from '../../epcis-door'
import { knownQuery } from '../known-query'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(
  {
    GET: epcisDoor(showQueryOperation, async ({ caller, params }) =>
      json(await knownQuery(caller, params.queryName)),
    ),
    DELETE: epcisDoor(forgetQueryOperation, async ({ caller, params: { queryName = '' } }) => {
      const { outcome } = await forgetQuery(queryName, caller.clientId)
      if (outcome === 'not-found') notFound(`There is no query ${queryName}.`)
      return new Response(null, { status: 204 })
    }),
  },
  showQueryOperation,
)
