import { type EpcisEvent, epcisEventSchema } from '../events'
import type { CaptureError, EpcisDocument } from '../schema'

/** The events of a document that are right, and what is wrong with the others. */
export function readEvents(document: EpcisDocument): {
  sent: { event: EpcisEvent; context: unknown; pointer: string }[]
  errors: CaptureError[]
} {
  const inQuery = document.type === 'EPCISQueryDocument'
  const list = inQuery ? document.epcisBody.queryResults.resultsBody.eventList : document.epcisBody.eventList
  const root = inQuery ? '/epcisBody/queryResults/resultsBody/eventList' : '/epcisBody/eventList'
  const read = list.map((event, at) => ({
    parsed: epcisEventSchema.safeParse(event),
    pointer: `${root}/${at}`,
  }))
  return {
    sent: read.flatMap(({ parsed, pointer }) =>
      parsed.success ? [{ event: parsed.data, context: document['@context'], pointer }] : [],
    ),
    errors: read.flatMap(({ parsed, pointer }) =>
      parsed.success
        ? []
        : parsed.error.issues.map(({ path, message }) => wrong(message, [pointer, ...path].join('/'))),
    ),
  }
}

const wrong = (detail: string, pointer: string): CaptureError => ({
  type: 'epcisException:ValidationException',
  title: 'The event is not valid',
  status: 400,
  detail,
  pointer,
})
