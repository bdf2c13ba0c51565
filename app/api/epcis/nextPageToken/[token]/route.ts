import { methods } from '@/app/methods'
import { dropTokenOperation } from '../../../epcis-operations'
import { epcisDoor } from '../../epcis-door'

// A token is a place in an order, written out: nothing of it is kept, so there is nothing to drop.
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: epcisDoor(dropTokenOperation, async () => new Response(null, { status: 204 })),
})
