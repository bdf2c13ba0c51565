import { randomUUID } from 'node:crypto'
import { statement } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { keepDeadLetter } from '@/lib/queue-health/keep-dead-letter'
import type { Claimed, Owed } from './claim-deliveries'
import { webhookDisabled } from './events'
import { deliveryRetryMs } from './rules/delivery-retry'
import { type Answer, type EndpointHealth, isTaken } from './rules/endpoint-health'
import { letterKeyOf } from './rules/letter-key'

export type Attempt = { owed: Owed; answer: Answer; elapsedMs: number; at: Date }

const RECORD = `
UPDATE webhook_delivery d SET attempts = d.attempts + 1, state = r.state, due_at = r.due_at, last_status = r.status,
  last_error = r.error, last_ms = r.ms, delivered_at = CASE r.state WHEN 'delivered' THEN r.at END
FROM unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::int[], $5::text[], $6::int[], $7::timestamptz[])
  AS r(id, state, due_at, status, error, ms, at)
WHERE d.id = r.id AND d.state = 'owed'`

/** Health is written by the run that has the endpoint; what a person changed meanwhile stays. */
const HEALTH = `
WITH ended AS (
  UPDATE webhook_endpoint SET failures = $3, failing_since = $4, last_success_at = $5, last_error = $6, throttled_until = $7,
    state = CASE WHEN $8::text IS NULL THEN state ELSE 'disabled' END, disabled_for = coalesce($8, disabled_for)
   WHERE id = $1 AND sending_by = $2 AND state = 'active' RETURNING id, site_id, state
)
INSERT INTO outbox_event (event_id, name, site_id, subject, data, occurred_at)
SELECT 'webhook.disabled:' || $9::text, $10, site_id, id::text,
  jsonb_build_object('endpointId', id, 'site', site_id, 'reason', $8::text), $11 FROM ended WHERE state = 'disabled'
RETURNING id`

/**
 * Writes down what came of the attempts and how the endpoint does now. What failed for the last time is a dead letter first
 * and given up then, so that it is never neither; noting the same attempts twice counts them once more, and loses nothing.
 */
export async function recordAttempts(
  endpointId: string,
  run: string,
  claimed: Claimed,
  attempts: Attempt[],
  after: { health: EndpointHealth; disable: 'gone' | 'failing' | null },
): Promise<void> {
  const rows = attempts.map((attempt) => ({ ...attempt, ...standingOf(attempt, after.health) }))
  for (const { owed, answer, state } of rows)
    if (state === 'dead') await keepDelivery(endpointId, claimed, owed, answer)
  await statement('record-attempts', RECORD, [
    rows.map(({ owed }) => owed.id),
    rows.map(({ state }) => state),
    rows.map(({ dueAt }) => dueAt),
    rows.map(({ answer }) => answer.status),
    rows.map(({ answer }) => answer.error),
    rows.map(({ elapsedMs }) => elapsedMs),
    rows.map(({ at }) => at),
  ])
  const { failures, failingSince, lastSuccessAt, lastError, throttledUntil } = after.health
  const said = await statement('record-endpoint-health', HEALTH, [
    endpointId,
    run,
    failures,
    failingSince,
    lastSuccessAt,
    lastError,
    throttledUntil,
    after.disable,
    randomUUID(),
    webhookDisabled,
    new Date(),
  ])
  if (said.length > 0) wakeNightShift()
}

function standingOf({ owed, answer, at }: Attempt, { throttledUntil }: EndpointHealth) {
  if (isTaken(answer)) return { state: 'delivered', dueAt: owed.dueAt }
  const waitMs = owed.text === null ? null : deliveryRetryMs(owed.attempts + 1, Math.random())
  if (waitMs === null) return { state: 'dead', dueAt: owed.dueAt }
  const dueAt = new Date(at.getTime() + waitMs)
  return { state: 'owed', dueAt: throttledUntil && throttledUntil > dueAt ? throttledUntil : dueAt }
}

const keepDelivery = (endpointId: string, { url, siteId }: Claimed, owed: Owed, { error }: Answer) =>
  keepDeadLetter({
    key: letterKeyOf(owed.id),
    kind: 'webhook',
    siteId,
    queue: 'downstream-webhooks',
    subject: url,
    payload: { deliveryId: owed.id, endpointId, type: owed.type },
    error: error ?? 'not delivered',
    attempts: owed.attempts + 1,
    // Not the attempt's number: after a replay they are counted from the beginning.
    death: `${owed.id}:${owed.dueAt.toISOString()}`,
  })
