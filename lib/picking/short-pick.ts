import { openCount } from '@/lib/inventory/open-count'
import { db } from '@/lib/platform/db'
import { announceOrders } from './announce-orders'
import { changeTour } from './change-tour'
import { extendLease } from './extend-lease'
import { lockStops } from './lock-stops'
import { readHall } from './read-hall'
import { readPickingRules } from './read-picking-rules'
import { readTour } from './read-tour'
import { recordOwedPicks } from './record-owed-picks'
import { judgeShort, type ShortConflict, shortConflict } from './rules/judge-short'
import { type ShortAnswer, type ShortRequest, shortAnswerSchema, type Tour } from './schema'
import { shortenStop } from './shorten-stop'

export type ShortPick =
  | { outcome: 'short'; answer: ShortAnswer; version: number }
  | ShortConflict
  | { outcome: 'unknown' }

/**
 * A stop that has less than it should, in one act: what was found is picked, the rest comes from the other bin that makes
 * the remaining walk shortest, or else is lost to the order; the bin is to be counted. Said again it is answered the same.
 * @param pickerId who says so
 */
export async function shortPick(
  tourId: string,
  pickerId: string,
  told: ShortRequest,
  now: Date,
): Promise<ShortPick> {
  const tour = await readTour(tourId)
  if (!tour) return { outcome: 'unknown' }
  const before = await knownAnswer(tourId, told.operationId)
  if (before) {
    await recordOwedPicks(tourId)
    return { outcome: 'short', answer: before, version: tour.version }
  }
  const { site } = tour
  const stop = tour.stops.find(({ seq }) => seq === told.seq)
  if (!stop) return shortConflict('unknown-stop', told, undefined)
  if (tour.picker.id !== pickerId) return shortConflict('not-yours', told, tour.picker.name)
  await recordOwedPicks(tourId)
  const [hall, rules] = await Promise.all([readHall(site), readPickingRules(site)])
  const countTask = stop.state === 'open' ? await owedCount(tour, told, now) : ''
  const changed = await changeTour<ShortPick>(tourId, async (client, row) => {
    const known = await knownAnswer(tourId, told.operationId)
    if (known) return { isChanged: false, result: { outcome: 'short', answer: known, version: row.version } }
    if (row.picker_id !== pickerId)
      return { isChanged: false, result: shortConflict('not-yours', told, row.picker_name) }
    const stops = await lockStops(client, row)
    const fault = judgeShort(told, stops.get(told.seq), row.state)
    if (fault) return { isChanged: false, result: fault }
    const ground = { tour: row, hall, rules, stops: [...stops.values()] }
    const answer = await shortenStop(client, ground, { ...told, countTask }, now)
    return { isChanged: true, result: { outcome: 'short', answer, version: row.version + 1 } }
  })
  await recordOwedPicks(tourId)
  await extendLease(tourId, pickerId, now)
  announceOrders(site, [stop.orderNumber], changed?.version ?? tour.version)
  return changed?.result ?? { outcome: 'unknown' }
}

async function knownAnswer(tourId: string, operationId: string): Promise<ShortAnswer | null> {
  const act = await db.pickAct.findUnique({ where: { tourId_operationId: { tourId, operationId } } })
  return act?.outcome === 'short' ? shortAnswerSchema.parse(act.answer) : null
}

/** The count of the bin, for the book is wrong; asked for twice it is one, and one too many does no harm. */
async function owedCount({ site, picker, stops }: Tour, told: ShortRequest, now: Date): Promise<string> {
  const stop = stops.find(({ seq }) => seq === told.seq)
  if (!stop) return ''
  const reason = `Short pick: ${told.found} of ${stop.quantity - stop.picked} found, ${told.reason}`
  const opening = await openCount(
    { site, bin: stop.bin, sku: stop.sku, reason },
    { by: picker.name, isOwed: true },
    now,
  )
  return 'id' in opening ? opening.id : ''
}
