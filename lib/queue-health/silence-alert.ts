import { db } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'

const MINUTE_MS = 60_000

/**
 * Sends nobody a word about a queue of a site for some minutes; the screens go on showing it. Words that are owed wait
 * until it ends, and are dropped if the trouble is over by then. 0 minutes ends a silence.
 */
export async function silenceAlert(
  { site, queue, id }: { site: string; queue: string; id: string },
  { minutes, reason }: { minutes: number; reason: string },
  by: string,
  now: Date,
): Promise<void> {
  const until = new Date(now.getTime() + minutes * MINUTE_MS)
  const key = { siteId: site, queue }
  await db.$transaction(async (write) => {
    await write.alertSilence.deleteMany({ where: key })
    if (minutes > 0) await write.alertSilence.create({ data: { ...key, until, reason, by } })
    await write.alertNotice.updateMany({
      where: { state: 'owed', alert: key },
      data: { dueAt: until },
    })
  })
  const [alert] = await db.alert.updateManyAndReturn({ where: { id }, data: { version: { increment: 1 } } })
  announce({ site, topic: 'alerts', event: 'queue-health/alert.silenced', id, version: alert?.version ?? 0 })
}
