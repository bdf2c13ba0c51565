import { db } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'

/** Says that somebody is at it: the alert is not said again. Acknowledged twice, the first one stays. */
export async function acknowledgeAlert(
  id: string,
  by: string,
): Promise<{ outcome: 'acknowledged' | 'already-acknowledged' | 'over' }> {
  const [changed] = await db.alert.updateManyAndReturn({
    where: { id, state: 'open' },
    data: {
      state: 'acknowledged',
      acknowledgedAt: new Date(),
      acknowledgedBy: by,
      version: { increment: 1 },
    },
  })
  if (!changed) {
    const alert = await db.alert.findUnique({ where: { id } })
    return { outcome: alert?.state === 'acknowledged' ? 'already-acknowledged' : 'over' }
  }
  const { siteId: site, version } = changed
  announce({ site, topic: 'alerts', event: 'queue-health/alert.acknowledged', id, version })
  return { outcome: 'acknowledged' }
}
