import { statement } from '@/lib/platform/db'
import { gauge } from '@/lib/platform/metrics'
import { listAlerts, listQueues } from '@/lib/queue-health/queries'
import type { QueueState } from '@/lib/queue-health/schema'

const STATES: Record<QueueState, number> = { healthy: 0, slow: 1, stalled: 2, down: 3 }
const MOST_ALERTS = 200
const QUEUE = ['site', 'queue'] as const

const queueGauge = (name: string, help: string) => gauge(`stowline_queue_${name}`, help, [...QUEUE])
const waiting = queueGauge('waiting', 'Work that is owed and waits; site is empty where it belongs to none')
const running = queueGauge('running', 'Work that somebody does')
const overdue = queueGauge('overdue', 'Work that should have been done by now')
const dead = queueGauge('dead', 'Work that was given up')
const oldest = queueGauge('oldest_wait_seconds', 'Age of the oldest work that waits')
const state = queueGauge('state', 'The verdict: 0 healthy, 1 slow, 2 stalled, 3 down')
const orders = queueGauge('orders_affected', 'Orders that wait for it beyond their time')
const openAlerts = gauge('stowline_alerts_unresolved', 'Alerts that are not resolved', ['site', 'severity'])
const letters = gauge('stowline_dead_letters', 'What was given up and nobody has put right', ['kind'])
const outboxWaiting = gauge('stowline_outbox_waiting', 'Events that no engine has taken', [])
const outboxOldest = gauge('stowline_outbox_oldest_seconds', 'For how long the oldest of them has waited', [])
const watcher = gauge(
  'stowline_watcher_age_seconds',
  'Since somebody last watched over the deferred work',
  [],
)
const processes = gauge('stowline_processes', 'Processes that gave a sign of life within 15 s', [
  'kind',
  'version',
])
const size = gauge('stowline_database_bytes', 'Size of the database', [])
const backup = gauge('stowline_backup_age_seconds', 'Since the last backup of use was finished', ['kind'])
const up = gauge('stowline_database_up', '1 while the database answers this process', [])

const gauges = [
  ...[
    waiting,
    running,
    overdue,
    dead,
    oldest,
    state,
    orders,
    openAlerts,
    letters,
    outboxWaiting,
    outboxOldest,
  ],
  ...[watcher, processes, size, backup],
]

type Facts = {
  outbox_waiting: number
  outbox_oldest: number
  watcher: number | null
  bytes: number
  letters: Record<string, number> | null
  backups: Record<string, number> | null
  processes: { kind: string; version: string; count: number }[] | null
}

const FACTS = `
SELECT o.waiting AS outbox_waiting, o.oldest AS outbox_oldest, pg_database_size(current_database())::float8 AS bytes,
  (SELECT extract(epoch FROM now() - beat_at)::float8 FROM heartbeat WHERE name = 'watcher') AS watcher,
  (SELECT jsonb_object_agg(kind, n) FROM (SELECT kind, count(*) AS n FROM dead_letter WHERE state = 'dead' GROUP BY kind) d) AS letters,
  (SELECT jsonb_object_agg(kind, age) FROM (SELECT kind, extract(epoch FROM now() - max(finished_at)) AS age
     FROM backup_record WHERE finished_at IS NOT NULL AND error IS NULL GROUP BY kind) b) AS backups,
  (SELECT jsonb_agg(p) FROM (SELECT kind, version, count(*) FROM process_beat
     WHERE beat_at > now() - interval '15 seconds' GROUP BY kind, version) p) AS processes
FROM (SELECT count(*)::int AS waiting, coalesce(greatest(0, extract(epoch FROM now() - min(occurred_at))), 0)::float8 AS oldest
  FROM outbox_event WHERE relayed_at IS NULL) o`

/**
 * Sets what the whole house has in common, as the database knows it: each web process says the same, so take the `max` of
 * them. Without a database only `stowline_database_up` is said, and what the process knows by itself.
 */
export async function measureHouse(): Promise<void> {
  for (const one of gauges) one.reset()
  try {
    const [queues, alerts, facts] = await Promise.all([
      listQueues('all'),
      listAlerts({ siteIds: 'all', state: 'unresolved', limit: MOST_ALERTS }),
      statement<Facts>('measure-house', FACTS, []),
    ])
    for (const queue of queues.items) {
      // A function belongs to no site; with each site's name a hundred sites would have a hundred of each.
      const labels = { site: queue.kind === 'step' ? queue.site : '', queue: queue.name }
      waiting.set(labels, queue.waiting)
      running.set(labels, queue.running)
      overdue.set(labels, queue.overdue)
      dead.set(labels, queue.dead)
      oldest.set(labels, queue.oldestWaitSeconds ?? 0)
      state.set(labels, STATES[queue.state])
      orders.set(labels, queue.ordersAffected)
    }
    for (const { site, severity } of alerts.items) openAlerts.inc({ site, severity })
    if (facts[0]) setFacts(facts[0])
    up.set(1)
  } catch {
    up.set(0)
  }
}

function setFacts(facts: Facts): void {
  outboxWaiting.set(facts.outbox_waiting)
  outboxOldest.set(facts.outbox_oldest)
  size.set(facts.bytes)
  if (facts.watcher !== null) watcher.set(facts.watcher)
  for (const kind of ['step', 'event', 'webhook']) letters.set({ kind }, facts.letters?.[kind] ?? 0)
  for (const [kind, age] of Object.entries(facts.backups ?? {})) backup.set({ kind }, age)
  for (const { kind, version, count } of facts.processes ?? []) processes.set({ kind, version }, count)
}
