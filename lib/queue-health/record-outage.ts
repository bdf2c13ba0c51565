import { db } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'

/** Shorter than that is a reconnect. */
const WORTH_SECONDS = 4

/**
 * Writes down that something was away without which no alert could be kept at the time: an alert that is over, at every
 * site, so that the record has no hole. The same outage twice is one.
 */
export async function recordOutage(what: 'database', since: Date, until: Date): Promise<void> {
  const seconds = Math.round((until.getTime() - since.getTime()) / 1000)
  if (seconds < WORTH_SECONDS) return
  const sites = await db.site.findMany({ select: { id: true } })
  for (const { id: siteId } of sites) {
    if ((await db.alert.count({ where: { siteId, queue: what, openedAt: since } })) > 0) continue
    const alert = await db.alert.create({
      data: {
        siteId,
        queue: what,
        topic: 'flow',
        severity: 'critical',
        state: 'resolved',
        cause: `${what}-away`,
        message: `The ${what} was away for ${seconds} s; nothing could be ordered meanwhile, nothing is lost`,
        ordersAffected: 0,
        openedAt: since,
        resolvedAt: until,
      },
    })
    announce({
      site: siteId,
      topic: 'alerts',
      event: 'queue-health/alert.resolved',
      id: alert.id,
      version: 1,
    })
  }
}
