import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { parseInventoryEvent } from '@/lib/inventory/parse-inventory-event'
import { MOST_WAITING, recordEvents, type ToldFact, type UnreadEvent } from '@/lib/inventory/record-events'
import { type ReadEvent, readCloudEvents } from '@/lib/platform/cloud-events'
import { sitesOf } from '@/lib/sites/rules/may-enter'
import { recordEventsOperation } from '../event-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(recordEventsOperation, async ({ request, caller, body, traceparent }) => {
    const read = readCloudEvents(request.headers, body)
    if (!read.ok) refuse({ status: read.status, title: TITLES[read.status], detail: read.detail })
    const { facts, unread } = sorted(read.events)
    const recording = await recordEvents(facts, unread, { siteIds: sitesOf(caller), traceparent })
    if (!('outcome' in recording)) return json(recording, 202)
    const seconds = recording.retryAfterSeconds
    refuse(
      { status: 429, title: 'Too Many Requests', detail: 'Too many events wait; none of these was taken.' },
      {
        'retry-after': String(seconds),
        'ratelimit-policy': `"waiting-events";q=${MOST_WAITING}`,
        ratelimit: `"waiting-events";r=0;t=${seconds}`,
      },
    )
  }),
})

const TITLES = { 400: 'Bad Request', 413: 'Content Too Large', 415: 'Unsupported Media Type' }

function sorted(events: ReadEvent[]): { facts: ToldFact[]; unread: UnreadEvent[] } {
  const facts: ToldFact[] = []
  const unread: UnreadEvent[] = []
  const now = new Date()
  for (const read of events) {
    if ('invalid' in read) {
      unread.push({ ...read, reason: read.invalid })
      continue
    }
    const { index, event: raw } = read
    const parsed = parseInventoryEvent(raw, now)
    if (parsed.ok) facts.push({ ...parsed.event, index, raw })
    else unread.push({ index, id: raw.id, source: raw.source, reason: parsed.reason, raw })
  }
  return { facts, unread }
}
