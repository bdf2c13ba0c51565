import { readOwnEvent } from '@/lib/inventory/read-own-event'
import { recordEvents } from '@/lib/inventory/record-events'
import { db, statement } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'

type Owed = { operationId: string; fact: { site: string; sku: string } }

/**
 * Tells the ledger what was picked on a tour and is still owed to it, as `picked` events named after tour and operation:
 * told again after a death, they are duplicates and change nothing. While the ledger is full they stay owed, and the sweep
 * comes back.
 */
export async function recordOwedPicks(tourId: string): Promise<void> {
  const owed = await statement<Owed>(
    'owed-picks',
    'SELECT operation_id AS "operationId", fact FROM pick_act WHERE tour_id = $1 AND is_owed ORDER BY at, operation_id',
    [tourId],
  )
  const site = owed[0]?.fact.site
  if (site === undefined) return
  const facts = owed.map((one) => factOf(tourId, one, new Date()))
  const recording = await recordEvents(facts, [], { siteIds: [site] })
  if ('outcome' in recording) return
  for (const { id, reason } of recording.rejected)
    logger.error({ tourId, id, reason }, 'the ledger did not take a pick; it lies in the dead letters')
  await db.pickAct.updateMany({
    where: { tourId, operationId: { in: owed.map(({ operationId }) => operationId) } },
    data: { isOwed: false },
  })
}

function factOf(tourId: string, { operationId, fact }: Owed, now: Date) {
  return readOwnEvent(
    {
      ...{ source: 'stowline/picking', id: `${tourId}/${operationId}` },
      ...{ type: 'stowline.inventory.picked.v2', subject: fact.sku, data: fact },
    },
    now,
  )
}
