import { db } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import type { Alert as AlertRow, Prisma } from '@/prisma/generated/client'
import { type AlertChange, alertChanges, type OpenAlert } from './rules/alert-changes'
import type { Topic, WantedAlert } from './rules/wanted-alert'

type Held = { site: string; queue: string; topic: Topic }
type Write = Prisma.TransactionClient

/**
 * Brings the alerts in line with those that ought to be open, and owes each target of the site a word where one is due:
 * at the opening, when it gets worse or stays unheard, and at the end, to those who heard of the beginning. Words for a
 * silenced queue wait until the silence ends; words nobody needs any more are dropped. Done twice, it changes nothing.
 */
export async function raiseAlerts(wanted: WantedAlert[], held: Held[], now: Date): Promise<void> {
  const rows = await db.alert.findMany({ where: { state: { not: 'resolved' } } })
  const open = rows.map(({ siteId, ...alert }) => ({ ...alert, site: siteId }) as OpenAlert)
  const changes = alertChanges(open, wanted, held, now)
  if (changes.length === 0) return
  const told = await db.$transaction(async (write) => {
    const changed = []
    for (const change of changes) changed.push(await apply(write, change, now))
    return changed
  })
  for (const alert of told) {
    if (!alert) continue
    const { site, id, version } = alert
    announce({ site, topic: 'alerts', event: `queue-health/alert.${alert.event}`, id, version })
  }
}

type Told = { site: string; id: string; version: number; event: string } | null

async function apply(write: Write, change: AlertChange, now: Date): Promise<Told> {
  switch (change.change) {
    case 'open': {
      const { site, ...wanted } = change.wanted
      const alert = await write.alert.create({ data: { ...wanted, siteId: site, openedAt: now } })
      await oweNotices(write, alert, 'opened', now)
      await tellFeed(write, alert, 'opened', now)
      return { site, id: alert.id, version: alert.version, event: 'opened' }
    }
    case 'update': {
      const { severity, cause, message, ordersAffected, site } = change.wanted
      const alert = await write.alert.update({
        where: { id: change.id },
        data: {
          severity,
          cause,
          message,
          ordersAffected,
          calmSince: null,
          version: { increment: 1 },
          ...(change.escalates ? { escalatedAt: now } : {}),
        },
      })
      if (change.escalates) await oweNotices(write, alert, 'escalated', now)
      return { site, id: alert.id, version: alert.version, event: change.escalates ? 'escalated' : 'changed' }
    }
    case 'calm':
      await write.alert.update({ where: { id: change.id }, data: { calmSince: now } })
      return null
    case 'resolve': {
      const alert = await write.alert.update({
        where: { id: change.id },
        data: { state: 'resolved', resolvedAt: now, version: { increment: 1 } },
      })
      await oweEnding(write, alert, now)
      await tellFeed(write, alert, 'resolved', now)
      return { site: alert.siteId, id: alert.id, version: alert.version, event: 'resolved' }
    }
  }
}

// The year 1970: for the feed only, no function is started by it.
const NOT_FOR_THE_ENGINE = new Date(0)

async function tellFeed(
  write: Write,
  { id, siteId, queue, severity, cause, ordersAffected }: AlertRow,
  event: 'opened' | 'resolved',
  now: Date,
): Promise<void> {
  await write.outboxEvent.create({
    data: {
      eventId: `alert.${event}:${id}`,
      name: `queue-health/alert.${event}`,
      siteId,
      subject: id,
      data: { alertId: id, site: siteId, queue, severity, cause, ordersAffected },
      occurredAt: now,
      relayedAt: NOT_FOR_THE_ENGINE,
    },
  })
}

async function oweNotices(
  write: Write,
  alert: { id: string; siteId: string; queue: string; severity: 'warning' | 'critical' },
  event: 'opened' | 'escalated',
  now: Date,
): Promise<void> {
  const targets = await write.alertTarget.findMany({
    where: { siteId: alert.siteId, ...(alert.severity === 'critical' ? {} : { minSeverity: 'warning' }) },
  })
  const dueAt = await mayBeSaidAt(write, alert, now)
  await write.alertNotice.createMany({
    data: targets.map(({ id }) => ({ alertId: alert.id, targetId: id, event, dueAt })),
    skipDuplicates: true,
  })
}

async function mayBeSaidAt(
  write: Write,
  { siteId, queue }: { siteId: string; queue: string },
  now: Date,
): Promise<Date> {
  const silence = await write.alertSilence.findUnique({ where: { siteId_queue: { siteId, queue } } })
  return silence && silence.until > now ? silence.until : now
}

async function oweEnding(
  write: Write,
  alert: { id: string; siteId: string; queue: string },
  now: Date,
): Promise<void> {
  const alertId = alert.id
  await write.alertNotice.updateMany({ where: { alertId, state: 'owed' }, data: { state: 'dropped' } })
  const told = await write.alertNotice.findMany({
    where: { alertId, state: 'sent' },
    distinct: ['targetId'],
    select: { targetId: true },
  })
  const dueAt = await mayBeSaidAt(write, alert, now)
  await write.alertNotice.createMany({
    data: told.map(({ targetId }) => ({ alertId, targetId, event: 'resolved', dueAt })),
    skipDuplicates: true,
  })
}
