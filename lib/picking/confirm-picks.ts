import type { PoolClient } from 'pg'
import { announceOrders } from './announce-orders'
import { changeTour, type TourRow } from './change-tour'
import { closeLists } from './close-lists'
import { extendLease } from './extend-lease'
import { type ConfirmedStop, lockStops } from './lock-stops'
import { recordOwedPicks } from './record-owed-picks'
import { type Judgement, judgeConfirmation } from './rules/judge-confirmation'
import { pickFact } from './rules/pick-fact'
import type { Confirmation, ConfirmationResult, ConfirmationsAnswer } from './schema'
import { writePick } from './write-pick'

/**
 * Takes what a phone says it picked: at once, late, in any order or twice. Each word is named by its operation: said again
 * it is answered the same and counts once. A pick is decided and written first and told to the ledger after, by its name;
 * whoever dies between the two leaves it owed, and the next word or the sweep tells it. What is picked counts also when the
 * tour was given back, as long as nobody else walks for the order.
 * @param pickerId who says so
 * @returns null when there is no such tour
 */
export async function confirmPicks(
  tourId: string,
  pickerId: string,
  told: Confirmation[],
  now: Date,
): Promise<ConfirmationsAnswer | null> {
  const orders = new Set<string>()
  const changed = await changeTour(tourId, async (client, tour) => {
    const known = await knownAnswers(client, tourId, told)
    const stops = await lockStops(client, tour)
    const results: ConfirmationResult[] = []
    let isChanged = false
    for (const one of told) {
      const before = known.get(one.operationId)
      if (before) {
        results.push(before)
        continue
      }
      const stop = stops.get(one.seq)
      const judgement = tour.picker_id === pickerId ? judgeConfirmation(one, stop) : notYours(tour)
      const { operationId, seq } = one
      const result = { operationId, seq, ...judgement }
      if (judgement.outcome === 'recorded' && stop) {
        stop.picked += one.quantity
        if (stop.picked === stop.quantity) stop.state = 'picked'
        await writePick(client, tour, stop, now)
        orders.add(stop.orderNumber)
        isChanged = true
      }
      await writeAct(client, tour, { told: one, result, stop, now })
      known.set(operationId, result)
      results.push(result)
    }
    if (isChanged) await closeLists(client, [...orders], now)
    return { isChanged, result: { results, site: tour.site_id } }
  })
  if (changed === null) return null
  const { results, site } = changed.result
  await recordOwedPicks(tourId)
  // Whoever speaks is there.
  await extendLease(tourId, pickerId, now)
  if (orders.size > 0) announceOrders(site, orders, changed.version)
  return { version: changed.version, results }
}

const notYours = (tour: TourRow): Judgement => ({
  outcome: 'conflict',
  reason: 'not-yours',
  says: `${tour.picker_name} has this tour now. Bring what you took for it to them.`,
})

async function knownAnswers(client: PoolClient, tourId: string, told: Confirmation[]) {
  const { rows } = await client.query<{ operation_id: string; answer: ConfirmationResult }>({
    name: 'known-pick-acts',
    text: 'SELECT operation_id, answer FROM pick_act WHERE tour_id = $1 AND operation_id = ANY ($2)',
    values: [tourId, told.map(({ operationId }) => operationId)],
  })
  return new Map(rows.map(({ operation_id, answer }) => [operation_id, answer]))
}

type Act = {
  told: Confirmation
  result: ConfirmationResult
  stop: ConfirmedStop | undefined
  now: Date
}

async function writeAct(client: PoolClient, tour: TourRow, { told, result, stop, now }: Act): Promise<void> {
  const fact = result.outcome === 'recorded' && stop ? pickFact(tour, stop, { ...told, now }) : null
  await client.query({
    name: 'write-pick-act',
    text: `INSERT INTO pick_act (tour_id, operation_id, order_number, answer, outcome, fact, is_owed, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      ...[tour.id, told.operationId, stop?.orderNumber ?? null, JSON.stringify(result)],
      ...[result.reason ?? 'recorded', fact === null ? null : JSON.stringify(fact), fact !== null, now],
    ],
  })
}
