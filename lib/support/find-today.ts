import { countToday } from '@/lib/orders/count-today'
import { listOrders } from '@/lib/orders/queries'
import type { Today } from './schema'

const NEWEST = 12

/** A site's day so far, since midnight on the site's own clock. */
export async function findToday(siteId: string, now: Date): Promise<Today> {
  const [counts, page] = await Promise.all([
    countToday(siteId, now),
    listOrders({ siteIds: [siteId], limit: NEWEST }),
  ])
  return { site: siteId, now: now.toISOString(), ...counts, newest: page.items }
}
