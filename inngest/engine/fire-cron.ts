import { statement } from '@/lib/platform/db'
import { firingDue, nextFiring } from './cron-firing'
import type { CronJob } from './job'
import type { CronTrigger } from './register-functions'

/**
 * One job a schedule, due at its next firing. Registering keeps the due time of a schedule that is known already, which
 * is how a firing missed while nothing ran is noticed; a schedule that a function no longer has is dropped.
 */
const REGISTER = `
WITH wanted AS (
  SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS w(function_id, cron, due_at)
), dropped AS (
  DELETE FROM engine_job j WHERE j.kind = 'cron' AND j.function_id = ANY($4)
    AND NOT EXISTS (SELECT FROM wanted w WHERE w.function_id = j.function_id AND w.cron = j.cron)
)
INSERT INTO engine_job (kind, function_id, cron, due_at) SELECT 'cron', function_id, cron, due_at FROM wanted
ON CONFLICT (function_id, cron) WHERE cron IS NOT NULL DO NOTHING`

export async function registerCrons(
  crons: readonly CronTrigger[],
  functionIds: string[],
  now: Date,
): Promise<void> {
  await statement('engine-register-crons', REGISTER, [
    crons.map(({ functionId }) => functionId),
    crons.map(({ cron }) => cron),
    crons.map(({ cron }) => nextFiring(cron, now)),
    functionIds,
  ])
}

/**
 * The firing's time is the run's idempotency key: whoever fires it, and however often, it is one run. The job moves to
 * the next firing in the same commit, if the lease still holds.
 */
const FIRE = `
WITH held AS (
  SELECT id, function_id FROM engine_job WHERE id = $1 AND generation = $2 FOR UPDATE
), moved AS (
  UPDATE engine_job j SET due_at = $3, deliveries = 0, lease_until = NULL, leased_by = NULL FROM held h WHERE j.id = h.id
), run AS (
  INSERT INTO engine_run (function_id, idempotency_key, event, created_at)
  SELECT function_id, $4, $5, $6 FROM held ON CONFLICT (function_id, idempotency_key) DO NOTHING
  RETURNING id, function_id
)
INSERT INTO engine_job (kind, function_id, run_id, due_at) SELECT 'discover', function_id, id, $6 FROM run`

/** Starts the run of the firing that is due, and waits for the next. */
export async function fireCron({ id, generation, cron, dueAt }: CronJob, now: Date): Promise<void> {
  const firing = firingDue(cron, dueAt, now)
  const key = firing.toISOString()
  const event = {
    id: key,
    name: 'inngest/scheduled.timer',
    data: { cron, scheduledAt: key, fireAt: key },
    ts: firing.getTime(),
  }
  await statement('engine-fire-cron', FIRE, [id, generation, nextFiring(cron, now), key, event, now])
}
