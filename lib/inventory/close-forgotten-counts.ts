import { db } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { recordCountResults } from './record-count-results'

const FORGOTTEN_MS = 24 * 3_600_000

/**
 * Writes what a death or a full ledger left owed, and cancels counts that nobody has touched for a day: what was counted
 * then says nothing of today. A count that the book asked for stays open. Done twice, it changes nothing.
 */
export async function closeForgottenCounts(now: Date): Promise<{ recorded: number; cancelled: number }> {
  const owing = await db.stockCountResult.findMany({
    where: { state: 'owed' },
    distinct: ['countId'],
    select: { countId: true },
  })
  for (const { countId } of owing) await recordCountResults(countId)
  const forgotten = await db.stockCount.updateManyAndReturn({
    where: { state: 'open', isOwed: false, touchedAt: { lt: new Date(now.getTime() - FORGOTTEN_MS) } },
    data: { state: 'cancelled', decidedAt: now, decision: 'left open for a day', version: { increment: 1 } },
  })
  for (const { siteId: site, id, version } of forgotten)
    announce({ site, topic: 'picks', event: 'inventory/count.changed', id, version })
  return { recorded: owing.length, cancelled: forgotten.length }
}
