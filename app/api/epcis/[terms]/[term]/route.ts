import { showTermOperation } from '../../../epcis-operations'
import { collection, viewerOf } from '../../answers'
import { resource } from '../../discovery'
import { epcisDoor } from '../../epcis-door'
import { kindOf, knownTerm } from '../../terms'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(
  {
    GET: epcisDoor(showTermOperation, async ({ caller, params }) => {
      await knownTerm(kindOf(params.terms), params.term ?? '', viewerOf(caller))
      return collection(['events'])
    }),
  },
  showTermOperation,
)
