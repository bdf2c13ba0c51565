import { parametersOf } from '@/lib/epcis/rules/named-query'
import { runQueryOperation } from '../../../../epcis-operations'
import { answerQuery } from '../../../answers'
import { resource } from '../../../discovery'
import { epcisDoor } from '../../../epcis-door'
import { knownQuery } from '../../known-query'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(
  {
    GET: epcisDoor(runQueryOperation, async ({ request, caller, params }) => {
      const { name, query } = await knownQuery(caller, params.queryName)
      return answerQuery(request, caller, parametersOf(query), name)
    }),
  },
  runQueryOperation,
)
