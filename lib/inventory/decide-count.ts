import { db } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { recordCountResults } from './record-count-results'

/** A manager's word on differences over the limit: approved, they are recorded; rejected, the book stays as it is. */
export async function decideCount(
  countId: string,
  decision: { state: 'approved' | 'rejected'; by: string; reason: string },
  now: Date,
): Promise<{ outcome: 'decided' | 'not-waiting' }> {
  const { state, by, reason } = decision
  const count = await db.$transaction(async (write) => {
    const decided = await write.stockCount.updateManyAndReturn({
      where: { id: countId, state: 'counted' },
      data: { state, decidedAt: now, decidedBy: by, decision: reason, version: { increment: 1 } },
    })
    if (decided.length > 0)
      await write.stockCountResult.updateMany({
        where: { countId, state: 'waiting' },
        data: { state: state === 'approved' ? 'owed' : 'dropped' },
      })
    return decided[0]
  })
  if (!count) return { outcome: 'not-waiting' }
  await recordCountResults(countId)
  const { siteId: site, version } = count
  announce({ site, topic: 'picks', event: 'inventory/count.changed', id: countId, version })
  return { outcome: 'decided' }
}
