import { findEventsOfTermOperation } from '../../../../epcis-operations'
import { answerQuery, viewerOf } from '../../../answers'
import { resource } from '../../../discovery'
import { epcisDoor } from '../../../epcis-door'
import { kindOf, knownTerm } from '../../../terms'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(
  {
    GET: epcisDoor(findEventsOfTermOperation, async ({ request, caller, params }) => {
      const term = await knownTerm(kindOf(params.terms), params.term ?? '', viewerOf(caller))
      return answerQuery(request, caller, [term])
    }),
  },
  findEventsOfTermOperation,
)
