import { notFound } from '@/app/answers'
import { findEvent } from '@/lib/epcis/queries'
import { showEventOperation } from '../../../epcis-operations'
import { queryDocument, viewerOf } from '../../answers'
import { resource } from '../../discovery'
import { epcisDoor } from '../../epcis-door'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(
  {
    GET: epcisDoor(showEventOperation, async ({ caller, params }) => {
      const events = await findEvent(params.eventId ?? '', viewerOf(caller))
      return events.length > 0 ? queryDocument({ events }) : notFound('No such event.')
    }),
  },
  showEventOperation,
)
