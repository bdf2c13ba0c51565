import { gauge, registry } from '@/lib/platform/metrics'
import { problemResponse } from '@/lib/platform/problem'
import { listAlerts, listQueues } from '@/lib/queue-health/queries'
import { identifyCaller } from '@/lib/sites/identify-caller'
import { mayEnter } from '@/lib/sites/rules/may-enter'

export const dynamic = 'force-dynamic'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const MOST_ALERTS = 200
const waiting = gauge('stowline_queue_waiting', 'Work that is owed, by queue', ['site', 'queue'])
const overdue = gauge('stowline_queue_overdue', 'Work that should have been done by now', ['site', 'queue'])
const dead = gauge('stowline_queue_dead', 'Work that was given up', ['site', 'queue'])
const oldest = gauge('stowline_queue_oldest_wait_seconds', 'Age of the oldest work that waits', [
  'site',
  'queue',
])
const healthy = gauge('stowline_queue_healthy', '1 while the queue is healthy', ['site', 'queue'])
const openAlerts = gauge('stowline_alerts_unresolved', 'Alerts that are not resolved', ['site', 'severity'])
const gauges = [waiting, overdue, dead, oldest, healthy, openAlerts]

async function measureQueues(): Promise<void> {
  const [queues, alerts] = await Promise.all([
    listQueues('all'),
    listAlerts({ siteIds: 'all', state: 'unresolved', limit: MOST_ALERTS }),
  ])
  for (const one of gauges) one.reset()
  for (const queue of queues.items) {
    const labels = { site: queue.site, queue: queue.name }
    waiting.set(labels, queue.waiting + queue.running)
    overdue.set(labels, queue.overdue)
    dead.set(labels, queue.dead)
    oldest.set(labels, queue.oldestWaitSeconds ?? 0)
    healthy.set(labels, queue.state === 'healthy' ? 1 : 0)
  }
  for (const { site, severity } of alerts.items) openAlerts.inc({ site, severity })
}

/** OpenMetrics text, for a scraper on this machine or with a key of scope `read`. */
export async function GET(request: Request): Promise<Response> {
  const local = LOOPBACK.has(request.headers.get('x-client-address') ?? '')
  const caller = local ? null : await identifyCaller(request.headers)
  if (!local && !(caller && mayEnter(caller, { scope: 'read' }))) {
    return problemResponse({ status: 401, title: 'Unauthorized' }, '/metrics', {
      'www-authenticate': 'Bearer',
    })
  }
  await measureQueues()
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } })
}
