import { invalid, json, refuse } from '@/app/answers'
import { acceptDocument } from '@/lib/epcis/accept-document'
import { listCaptures } from '@/lib/epcis/queries'
import { readEvents } from '@/lib/epcis/rules/read-events'
import { errorBehaviourSchema } from '@/lib/epcis/schema'
import { captureDocumentOperation, listCapturesOperation } from '../../epcis-operations'
import { nextPage, pageOf, refuseToken, viewerOf } from '../answers'
import { resource } from '../discovery'
import { CAPTURE_LIMIT, epcisDoor } from '../epcis-door'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(
  {
    GET: epcisDoor(listCapturesOperation, async ({ request, caller }) => {
      const found = await listCaptures(pageOf(request), viewerOf(caller))
      if (found === 'bad-token') refuseToken()
      return json(found.items, 200, nextPage(request, found.nextPageToken))
    }),
    POST: epcisDoor(captureDocumentOperation, async ({ request, caller, body, traceparent }) => {
      const asked = errorBehaviourSchema.safeParse(
        request.headers.get('GS1-Capture-Error-Behaviour')?.trim() || 'rollback',
      )
      if (!asked.success) refuse(invalid('GS1-Capture-Error-Behaviour is not valid', asked.error.issues, ''))
      const { sent, errors } = readEvents(body)
      if (sent.length + errors.length > CAPTURE_LIMIT)
        refuse({ status: 413, title: 'Too many events', detail: `At most ${CAPTURE_LIMIT} in a document.` })
      // All or none: with one that is broken it is none, and the sender may as well hear it now.
      if (asked.data === 'rollback' && errors.length > 0)
        refuse({
          status: 400,
          title: 'The document is not valid',
          errors: errors.map(({ pointer, detail }) => ({ pointer, detail })),
        })
      const { clientId, siteIds } = viewerOf(caller)
      const { captureId } = await acceptDocument(body, {
        clientId,
        siteIds,
        errorBehaviour: asked.data,
        traceparent,
      })
      const headers = {
        location: `/api/epcis/capture/${captureId}`,
        'GS1-Capture-Error-Behaviour': asked.data,
        'cache-control': 'no-store',
      }
      return new Response(null, { status: 202, headers })
    }),
  },
  listCapturesOperation,
  { captures: true },
)
