import { inventoryEventsQueue } from '@/lib/inventory/events'
import { hastenSteps } from '@/lib/orders/hasten-steps'
import { deferredKindSchema } from '@/lib/orders/schema'
import { db, statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { type JudgedQueue, judgeQueues } from './judge-queues'
import { measureAudit } from './measure-audit'
import { measureBackups } from './measure-backups'
import { measureMoney } from './measure-money'
import { measureRefusals } from './measure-refusals'
import { raiseAlerts } from './raise-alerts'
import { queueTitle } from './rules/queue-words'
import {
  type Topic,
  type WantedAlert,
  wantedDeadLetterAlert,
  wantedFlowAlert,
  wantedRefusalAlert,
} from './rules/wanted-alert'
import { wantedAuditAlert } from './rules/wanted-audit-alert'
import { wantedBackupAlert } from './rules/wanted-backup-alerts'
import { wantedMoneyAlert } from './rules/wanted-money-alerts'

/** What the watcher remembers between two looks: since when each queue is not well, and how it was. */
export type Memory = Map<string, Remembered>
type Remembered = {
  state: string
  cause: string | null
  badSince: number | null
  /** A dependency refused, and what it refused has not been tried again since. */
  refused: boolean
}

const PROBE_EVERY_MS = 5_000
const LOST_AFTER_MS = 30_000
const SLOT_MS = 60_000

const keyOf = ({ site, name }: JudgedQueue) => `${site} ${name}`

/**
 * One look at every queue: judges it, brings the alerts in line, and helps what can heal itself. Whatever it says or does
 * can be said and done twice.
 * @param nowMs a clock that only goes forward, for what lasts
 * @param others alerts that others ask for: what nobody asks for any more is over
 */
export async function watchQueues(
  memory: Memory,
  now: Date,
  nowMs: number,
  others: readonly WantedAlert[] = [],
): Promise<JudgedQueue[]> {
  const { queues, engineGone } = await judgeQueues()
  const wanted: WantedAlert[] = [...others]
  const held: { site: string; queue: string; topic: Topic }[] = []
  for (const queue of queues) {
    const before = memory.get(keyOf(queue))
    const badSince = queue.state === 'healthy' ? null : (before?.badSince ?? nowMs)
    const { state, cause } = queue
    const refused = isRefusal(cause) || ((before?.refused ?? false) && queue.retrying > 0)
    const remembered = { state, cause, badSince, refused }
    memory.set(keyOf(queue), remembered)
    const badSeconds = badSince === null ? 0 : (nowMs - badSince) / 1000
    const flow = wantedFlowAlert(queue, {
      badSeconds,
      engineGone,
      failing: queue.failing,
      servesStep: queue.step !== null,
    })
    if (flow === 'hold') held.push({ site: queue.site, queue: queue.name, topic: 'flow' })
    else if (flow !== null) wanted.push(flowAlert(queue, flow))
    const dead = wantedDeadLetterAlert(queue, title(queue), queue.failures[0]?.error ?? null)
    if (dead) wanted.push(dead)
    if (before?.state !== queue.state || before.cause !== queue.cause) tellScreens(queue, nowMs)
    await heal(queue, before ?? null, remembered, now)
  }
  for (const refusals of await measureRefusals()) {
    const refusal = wantedRefusalAlert(refusals)
    if (refusal === 'hold')
      held.push({ site: refusals.site, queue: inventoryEventsQueue, topic: 'dead-letters' })
    else if (refusal !== null) wanted.push(refusal)
  }
  wanted.push(...(await measureMoney()).map(wantedMoneyAlert))
  wanted.push(...(await measureAudit()).map(wantedAuditAlert))
  wanted.push(...(await measureBackups()).map(wantedBackupAlert))
  await raiseAlerts(wanted, held, now)
  return queues
}

const title = ({ name }: JudgedQueue) => queueTitle(name)

const flowAlert = (queue: JudgedQueue, severity: WantedAlert['severity']): WantedAlert => ({
  site: queue.site,
  queue: queue.name,
  topic: 'flow',
  severity,
  cause: queue.cause ?? 'overload',
  message: `${title(queue)}: ${queue.message}`,
  ordersAffected: queue.ordersAffected,
})

const isRefusal = (cause: string | null): boolean =>
  cause === 'dependency-refusing' || cause === 'dependency-silent'

function tellScreens({ site, name, state }: JudgedQueue, nowMs: number): void {
  announce({
    site,
    topic: 'queues',
    event: `queue-health/queue.${state}`,
    id: name,
    version: Math.round(nowMs),
  })
}

/**
 * A dependency that refuses is asked again every 5 s on behalf of the order that waits longest, not only when a backoff
 * of minutes happens to end; with the first success everything that was refused is tried at once. What nobody ever
 * began is said again.
 */
async function heal(
  queue: JudgedQueue,
  before: Remembered | null,
  remembered: Remembered,
  now: Date,
): Promise<void> {
  const kind = deferredKindSchema.safeParse(queue.name).data
  if (queue.kind !== 'step' || kind === undefined) return
  const slot = (lengthMs: number) => String(Math.floor(now.getTime() / lengthMs))
  if (queue.state === 'down' && isRefusal(queue.cause) && queue.retrying > 0) {
    await hastenSteps(queue.site, kind, { state: 'retrying' }, `probe-${slot(PROBE_EVERY_MS)}`, 1)
  } else if (before?.refused && queue.failing === 0 && queue.retrying > 0) {
    remembered.refused = false
    await hastenSteps(queue.site, kind, { state: 'retrying' }, `back-${queue.lastSuccessAt}`)
  } else if (queue.cause === 'lost-work' && before?.cause === 'lost-work') {
    // Not at the first sight: a night shift that has just come back needs a moment to take up what waited for it.
    const dueBefore = new Date(now.getTime() - LOST_AFTER_MS)
    await hastenSteps(queue.site, kind, { state: 'lost', dueBefore }, `lost-${slot(SLOT_MS)}`)
  }
}

/** Keeps how every queue stands, for its curves; one statement. */
export async function sampleQueues(queues: JudgedQueue[]): Promise<void> {
  const column = <Value>(of: (queue: JudgedQueue) => Value) => queues.map(of)
  await statement(
    'sample-queues',
    `INSERT INTO queue_sample (site_id, queue, at, state, waiting, overdue, oldest_wait_seconds, per_minute)
     SELECT site, name, date_trunc('second', now()), state, waiting, overdue, oldest, rate
     FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::int[])
       AS s(site, name, state, waiting, overdue, oldest, rate) ON CONFLICT DO NOTHING`,
    [
      column(({ site }) => site),
      column(({ name }) => name),
      column(({ state }) => state),
      column(({ waiting }) => waiting),
      column(({ overdue }) => overdue),
      column(({ oldestWaitSeconds }) => oldestWaitSeconds ?? 0),
      column(({ perMinute }) => Math.round(perMinute)),
    ],
  )
}

const KEPT_MS = 24 * 60 * 60 * 1000

/** Forgets samples older than a day. */
export async function forgetOldSamples(now: Date): Promise<void> {
  await db.queueSample.deleteMany({ where: { at: { lt: new Date(now.getTime() - KEPT_MS) } } })
}
