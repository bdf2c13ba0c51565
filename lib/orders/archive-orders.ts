import { statement } from '@/lib/platform/db'

/** Moved in one transaction: some 100 ms on two cores. */
const AT_ONCE = 500

type Seen = { moved: number; lookedAt: number; createdAt: string | null; number: string | null }

/**
 * Moves orders of a site that were over before a moment into the archive, batch by batch, until all are looked at once. Whatever
 * ends it in the middle, each batch is whole, and the next call goes on; called twice, it finds nothing.
 */
export async function archiveOrders(site: string, before: Date): Promise<{ moved: number }> {
  let moved = 0
  let after: [string, string] = ['-infinity', '']
  for (;;) {
    const rows = await statement<{ seen: Seen }>(
      'archive-orders',
      'SELECT archive_orders($1, $2, $3, $4, $5) AS seen',
      [site, before, ...after, AT_ONCE],
    )
    const seen = rows[0]?.seen
    moved += seen?.moved ?? 0
    if (!seen?.createdAt || !seen.number || seen.lookedAt < AT_ONCE) return { moved }
    after = [seen.createdAt, seen.number]
  }
}
