import { refuse } from '@/app/answers'
import { captureEvent } from '@/lib/epcis/capture-event'
import { captureEventOperation, findEventsOperation } from '../../epcis-operations'
import { answerQuery, viewerOf } from '../answers'
import { resource } from '../discovery'
import { epcisDoor } from '../epcis-door'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(
  {
    GET: epcisDoor(findEventsOperation, ({ request, caller }) => answerQuery(request, caller)),
    POST: epcisDoor(captureEventOperation, async ({ caller, body, traceparent }) => {
      const { outcome, eventId } = await captureEvent(body, { ...viewerOf(caller), traceparent })
      if (outcome === 'known')
        refuse({ status: 409, title: 'The event is known already', detail: `Event ${eventId} is here.` })
      const location = `/api/epcis/events/${encodeURIComponent(eventId)}`
      return new Response(null, { status: 201, headers: { location, 'cache-control': 'no-store' } })
    }),
  },
  findEventsOperation,
  { captures: true },
)
