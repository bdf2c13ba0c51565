import { statement } from '@/lib/platform/db'

/** Moved in one transaction: some 150 ms on two cores, and nobody waits for it. */
const AT_ONCE = 5_000

/**
 * Moves what was told of these sites' stock before a moment into the archive, batch by batch, until all is moved. Whatever ends
 * it in the middle, each batch is whole, and the next call goes on; called twice, it finds nothing.
 */
export async function archiveLedger(siteIds: readonly string[], before: Date): Promise<{ moved: number }> {
  for (let moved = 0; ; ) {
    const rows = await statement<{ moved: number }>(
      'archive-ledger',
      'SELECT archive_ledger($1, $2, $3) AS moved',
      [siteIds, before, AT_ONCE],
    )
    const now = rows[0]?.moved ?? 0
    if (now === 0) return { moved }
    moved += now
  }
}
