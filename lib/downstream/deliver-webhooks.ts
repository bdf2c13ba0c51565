import { setTimeout as sleep } from 'node:timers/promises'
import { postWebhook } from '@/lib/platform/post-webhook'
import { inSpan, SpanKind, traceparentOf } from '@/lib/platform/telemetry'
import { type Claimed, claimDeliveries, leaveEndpoint, type Owed } from './claim-deliveries'
import { type Attempt, recordAttempts } from './record-attempts'
import { type Answer, endpointHealth, isTaken } from './rules/endpoint-health'

const AT_ONCE = 8
const ANSWER_MS = 15_000
/** No attempt begins later in a batch, so that the batch ends long before the endpoint may be another run's. */
const BATCH_MS = 20_000
/** After the last delivery, so that a trickle of events is one run and not a run each. */
const LINGER_MS = 1_000
const LOOK_AGAIN_MS = 100

/**
 * Sends an endpoint what it is owed and due, eight at a time, until nothing has been due for a second or the time is up.
 * Idempotent: one run at a time has an endpoint (its row says which), a delivery that was taken is owed no more, and one
 * that was sent by a process which died before noting it goes again under the same `webhook-id`.
 * @param run the same over all calls of one run
 * @returns `more` when time was up: call again
 */
export async function deliverWebhooks(
  endpointId: string,
  run: string,
  forMs: number,
): Promise<{ attempts: number; more: boolean }> {
  const endAt = performance.now() + forMs
  let restingSince = performance.now()
  let attempts = 0
  while (performance.now() < endAt) {
    const claimed = await claimDeliveries(endpointId, run, new Date())
    if (claimed) {
      attempts += await deliverBatch(endpointId, run, claimed)
      restingSince = performance.now()
    } else if (performance.now() - restingSince >= LINGER_MS) {
      await leaveEndpoint(endpointId, run)
      return { attempts, more: false }
    } else await sleep(LOOK_AGAIN_MS)
  }
  return { attempts, more: true }
}

async function deliverBatch(endpointId: string, run: string, claimed: Claimed): Promise<number> {
  const attempts: Attempt[] = []
  const waiting = [...claimed.owed]
  const endAt = performance.now() + BATCH_MS
  let after: ReturnType<typeof endpointHealth> = { health: claimed.health, disable: null }
  const send = async (): Promise<void> => {
    // Whoever asks for less, is gone or fails each time is asked no further.
    while (after.disable === null && !isPausing(after.health) && performance.now() < endAt) {
      const owed = waiting.shift()
      if (!owed) return
      const { answer, elapsedMs } = await post(claimed, owed)
      const at = new Date()
      attempts.push({ owed, answer, elapsedMs, at })
      // What failed for want of the event says nothing of the endpoint.
      if (owed.text === null) continue
      const { health, disable } = endpointHealth(after.health, answer, at)
      after = { health, disable: after.disable ?? disable }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, send))
  await recordAttempts(endpointId, run, claimed, attempts, after)
  return attempts.length
}

const isPausing = ({ throttledUntil }: Claimed['health']): boolean =>
  throttledUntil !== null && throttledUntil > new Date()

async function post(
  { url, secrets }: Claimed,
  { webhookId, text, traceparent }: Owed,
): Promise<{ answer: Answer; elapsedMs: number }> {
  if (text === null)
    return { answer: { status: null, retryAfter: null, error: 'the event is kept no more' }, elapsedMs: 0 }
  const about = { kind: SpanKind.CLIENT, parent: traceparent, attributes: { 'webhook.id': webhookId } }
  const posted = await inSpan('deliver webhook', about, (span) => {
    const onward = traceparentOf(span) ?? traceparent
    return postWebhook({
      url,
      id: webhookId,
      contentType: 'application/cloudevents+json; charset=UTF-8',
      text,
      secrets,
      timeoutMs: ANSWER_MS,
      ...(onward === null ? {} : { headers: { traceparent: onward } }),
    })
  })
  const { elapsedMs } = posted
  if (posted.outcome === 'unreachable')
    return { answer: { status: null, retryAfter: null, error: posted.reason }, elapsedMs }
  const { status, retryAfter } = posted
  const answer = { status, retryAfter, error: null }
  return { answer: isTaken(answer) ? answer : { ...answer, error: `answered ${status}` }, elapsedMs }
}
