import { db } from '@/lib/platform/db'
import { keepDeadLetter } from './keep-dead-letter'
import { alertOf } from './queries'
import type { NoticeEvent } from './rules/alert-words'
import { noticeRetryMs } from './rules/notice-retry'
import { sendNotice } from './send-notice'

const AT_ONCE = 20

type Notice = Awaited<ReturnType<typeof findDue>>[number]

const findDue = (now: Date) =>
  db.alertNotice.findMany({
    where: { state: 'owed', dueAt: { lte: now } },
    orderBy: { dueAt: 'asc' },
    take: AT_ONCE,
    include: { alert: true, target: true },
  })

/**
 * Sends the words about alerts that are owed and due, side by side. What fails is tried again after a growing pause, and
 * after the last attempt becomes a dead letter. The notice's id is the webhook's and the mail's id, so that a word sent
 * twice, by a process that died before noting it, is known as one.
 * @param houseUrl where people find the alerts
 */
export async function deliverNotices(houseUrl: string, now: Date): Promise<{ sent: number; failed: number }> {
  const outcomes = await Promise.all((await findDue(now)).map((notice) => deliver(notice, houseUrl, now)))
  return {
    sent: outcomes.filter((sent) => sent).length,
    failed: outcomes.filter((sent) => !sent).length,
  }
}

async function deliver(notice: Notice, houseUrl: string, now: Date): Promise<boolean> {
  try {
    const { id, alert, target, event } = notice
    await sendNotice(target, { id, event: event as NoticeEvent, alert: alertOf(alert, null) }, houseUrl)
  } catch (error) {
    await noteFailure(notice, error instanceof Error ? error.message : String(error), now)
    return false
  }
  await db.alertNotice.updateMany({
    where: { id: notice.id, state: { in: ['owed', 'dropped'] } },
    data: { state: 'sent', sentAt: new Date(), attempts: { increment: 1 }, lastError: null },
  })
  await oweEndingAfterAll(notice, now)
  return true
}

// The alert may have ended while its word was on the way: who heard of the beginning hears of the end.
async function oweEndingAfterAll({ alertId, targetId, event }: Notice, now: Date): Promise<void> {
  if (event === 'resolved' || (await db.alert.count({ where: { id: alertId, state: 'resolved' } })) === 0)
    return
  await db.alertNotice.createMany({
    data: { alertId, targetId, event: 'resolved', dueAt: now },
    skipDuplicates: true,
  })
}

async function noteFailure(
  { id, attempts, dueAt, target, alert, event }: Notice,
  error: string,
  now: Date,
): Promise<void> {
  const waitMs = noticeRetryMs(attempts)
  if (waitMs === null) {
    await keepDeadLetter({
      key: `webhook:${id}`,
      kind: 'webhook',
      siteId: alert.siteId,
      queue: target.kind === 'email' ? 'alert-email' : 'alert-webhook',
      subject: target.address,
      payload: { noticeId: id, alertId: alert.id, event },
      error,
      attempts: attempts + 1,
      // Not the attempt's number: after a replay they are counted from the beginning.
      death: `${id}:${dueAt.toISOString()}`,
    })
  }
  await db.alertNotice.updateMany({
    where: { id, state: 'owed' },
    data: {
      attempts: { increment: 1 },
      lastError: error,
      ...(waitMs === null ? { state: 'dead' } : { dueAt: new Date(now.getTime() + waitMs) }),
    },
  })
}
