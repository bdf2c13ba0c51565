import { createHash } from 'node:crypto'
import { statement } from '@/lib/platform/db'
import { firingDue, nextFiring } from './cron-firing'
import type { CronJob } from './job'
import type { CronTrigger, Registry } from './register-functions'

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
)
SELECT engine_start_run(function_id, $6, $4, $5, NULL, $7, $8) FROM held`

/** Starts the run of the firing that is due, by the rules of its function, and waits for the next. */
export async function fireCron(job: CronJob, registry: Registry, now: Date): Promise<void> {
  const { id, generation, functionId, cron } = job
  const firing = firingDue(cron, job.dueAt, now)
  const key = firing.toISOString()
  const event = {
    id: key,
    name: 'inngest/scheduled.timer',
    data: { cron, scheduledAt: key, fireAt: key },
    ts: firing.getTime(),
  }
  const jitterMs = registry.crons.find(
    (known) => known.functionId === functionId && known.cron === cron,
  )?.jitterMs
  const dueAt = new Date(now.getTime() + jitterOf(`${functionId} ${key}`, jitterMs ?? 0))
  const flow = registry.flows.get(functionId) ?? null
  const next = nextFiring(cron, now)
  await statement('engine-fire-cron', FIRE, [id, generation, next, key, event, flow, dueAt, now])
}

/** The same whoever asks, and spread evenly from 0 to `jitterMs` over functions and firings. */
function jitterOf(what: string, jitterMs: number): number {
  return (createHash('sha1').update(what).digest().readUInt32BE() / 2 ** 32) * jitterMs
}
