import { listEpcisOperation } from '../epcis-operations'
import { collection } from './answers'
import { resource } from './discovery'
import { epcisDoor } from './epcis-door'
import { TERM_KINDS } from './terms'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(
  {
    GET: epcisDoor(listEpcisOperation, async () =>
      collection(['capture', 'events', 'queries', ...TERM_KINDS]),
    ),
  },
  listEpcisOperation,
)
