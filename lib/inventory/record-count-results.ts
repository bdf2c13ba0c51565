import { db, statement } from '@/lib/platform/db'
import { readOwnEvent } from './read-own-event'
import { recordEvents } from './record-events'

type Owed = {
  number: number
  site: string
  bin: string
  sku: string
  lot: string
  counted: number
  at: Date
}

/**
 * Writes what a count owes to the ledger, as `counted` events named after the count and the line: written again after a
 * death, they are duplicates, and change nothing. While the ledger is full they stay owed, and the sweep comes back.
 */
export async function recordCountResults(countId: string): Promise<void> {
  const owed = await statement<Owed>(
    'find-owed-count-results',
    `SELECT result.number, count.site_id AS site, bin.code AS bin, result.sku, result.lot, result.counted, result.at
       FROM stock_count_result result JOIN stock_count count ON count.id = result.count_id JOIN bin ON bin.id = result.bin_id
      WHERE result.count_id = $1 AND result.state = 'owed' ORDER BY result.number`,
    [countId],
  )
  const site = owed[0]?.site
  if (site === undefined) return
  const facts = owed.map((result) => factOf(countId, result, new Date()))
  const recording = await recordEvents(facts, [], { siteIds: [site] })
  if ('outcome' in recording) return
  const refused = recording.rejected.map(({ index }) => owed[index]?.number ?? 0)
  await db.stockCountResult.updateMany({
    where: { countId, number: { in: refused } },
    data: { state: 'dropped' },
  })
  const numbers = owed.map(({ number }) => number).filter((number) => !refused.includes(number))
  await db.stockCountResult.updateMany({
    where: { countId, number: { in: numbers } },
    data: { state: 'recorded' },
  })
}

function factOf(countId: string, { number, site, bin, sku, lot, counted, at }: Owed, now: Date) {
  const observedAt = at.toISOString()
  return readOwnEvent(
    {
      source: 'stowline/counts',
      id: `${countId}/${number}`,
      type: 'stowline.inventory.counted.v1',
      subject: sku,
      data: { site, sku, quantity: counted, bin, ...(lot ? { lot } : {}), reason: 'cycle-count', observedAt },
    },
    now,
  )
}
