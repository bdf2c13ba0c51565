import { db } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { noteRemoved } from './events'

type About = { orderNumber: string; site: string; version: number }

/** Takes a note back: it is not shown any more, that it was there is. Taken back again, nothing changes. */
export async function removeNote(
  about: About,
  id: string,
  removedBy: string,
  now: Date,
): Promise<{ outcome: 'removed' | 'removed-before' | 'unknown' }> {
  const { orderNumber, site, version } = about
  const { count } = await db.orderNote.updateMany({
    where: { id, orderNumber, removedAt: null },
    data: { removedBy, removedAt: now },
  })
  if (count === 0)
    return {
      outcome: (await db.orderNote.count({ where: { id, orderNumber } })) > 0 ? 'removed-before' : 'unknown',
    }
  announce({ site, topic: 'orders', event: noteRemoved, id: orderNumber, version })
  return { outcome: 'removed' }
}
