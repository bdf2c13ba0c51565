import { randomUUID } from 'node:crypto'
import { db } from '@/lib/platform/db'
import { postWebhook } from '@/lib/platform/post-webhook'
import { TEST_TYPE } from './events'
import { BEGINNING, sequenceOf } from './rules/feed-position'
import type { CloudEvent } from './schema'

const ANSWER_MS = 15_000

/** Sends an endpoint an event of its own kind now, once, and says what it answered. */
export async function testWebhook(
  id: string,
  now: Date,
): Promise<{ arrived: boolean; status: number | null; error: string | null }> {
  const endpoint = await db.webhookEndpoint.findUnique({ where: { id } })
  if (!endpoint) return { arrived: false, status: null, error: 'the endpoint is gone' }
  const eventId = randomUUID()
  const time = now.toISOString()
  const event: CloudEvent = {
    specversion: '1.0',
    id: eventId,
    source: '/stowline/downstream',
    type: TEST_TYPE,
    subject: id,
    time,
    datacontenttype: 'application/json',
    recordedtime: time,
    sequence: sequenceOf(BEGINNING),
    data: { endpointId: id },
  }
  const posted = await postWebhook({
    url: endpoint.url,
    id: `msg_test_${eventId}`,
    contentType: 'application/cloudevents+json; charset=UTF-8',
    text: JSON.stringify(event),
    secrets: [endpoint.secret],
    timeoutMs: ANSWER_MS,
  })
  if (posted.outcome === 'unreachable') return { arrived: false, status: null, error: posted.reason }
  const arrived = posted.status >= 200 && posted.status <= 299
  return { arrived, status: posted.status, error: arrived ? null : `answered ${posted.status}` }
}
