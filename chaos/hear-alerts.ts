import { eventually } from '@/e2e/fixtures/machine'
import type { Alert, QueueList } from '@/lib/queue-health/schema'
import type { Ground } from './open-ground'

/** Alerts that opened after an instant, of some queues; oldest first. Nothing while nobody answers. */
export async function alertsSince({ shop }: Ground, sinceMs: number, queues?: string[]): Promise<Alert[]> {
  const page = await shop.get<{ items?: Alert[] }>('/api/alerts?limit=200').catch(() => ({ items: [] }))
  return (page.items ?? [])
    .filter((alert) => Date.parse(alert.openedAt) >= sinceMs && (queues?.includes(alert.queue) ?? true))
    .sort((a, b) => a.openedAt.localeCompare(b.openedAt))
}

/** Waits for the first alert of these queues that opens after an instant; undefined when none comes in time. */
export async function hearAlert(
  ground: Ground,
  sinceMs: number,
  queues: string[],
  seconds: number,
): Promise<Alert | undefined> {
  const heard = await eventually(
    () => alertsSince(ground, sinceMs, queues),
    (alerts) => alerts.length > 0,
    seconds,
  ).catch(() => [])
  return heard[0]
}

/** Waits until an alert has resolved by itself; seconds from an instant to then, null when it does not. */
export async function healedAfter(
  { shop }: Ground,
  alert: Alert | undefined,
  sinceMs: number,
): Promise<number | null> {
  if (!alert) return null
  const over = await eventually(
    () => shop.get<Alert>(`/api/alerts/${alert.id}`).catch(() => alert),
    ({ state }) => state === 'resolved',
    90,
  ).catch(() => undefined)
  return over?.resolvedAt ? (Date.parse(over.resolvedAt) - sinceMs) / 1000 : null
}

/** What was noticed, and how many seconds after an instant. */
export const noticing = (alert: Alert | undefined, sinceMs: number) =>
  alert
    ? {
        seconds: Math.max(0, (Date.parse(alert.openedAt) - sinceMs) / 1000),
        words: `${alert.severity}, ${alert.cause}, ${alert.ordersAffected} orders: ${alert.message}`,
      }
    : ('nobody' as const)

/** Waits until all queues are healthy and no alert is open, so that a trial begins on quiet ground. */
export async function quiet({ shop }: Ground): Promise<void> {
  const standing = async () => {
    const [queues, alerts] = await Promise.all([
      shop.get<QueueList>(`/api/queues?site=${shop.site}`),
      shop.get<{ items: Alert[] }>('/api/alerts?state=unresolved'),
    ])
    const sick = queues.items.filter(({ state, waiting }) => state !== 'healthy' || waiting > 0)
    return [
      ...sick.map(({ name, message }) => `${name}: ${message}`),
      ...alerts.items.map(({ message }) => message),
    ]
  }
  await eventually(standing, (troubles) => troubles.length === 0, 120)
}
