import type { PoolClient } from 'pg'
import { closeLists } from './close-lists'
import { stopShort } from './events'
import { type Alternate, findAlternates, moveShortHold } from './find-alternates'
import { type Ground, layRest, writeRest } from './lay-rest'
import type { ConfirmedStop } from './lock-stops'
import { readTour } from './read-tour'
import { pickFact } from './rules/pick-fact'
import { walkClass } from './rules/walk-class'
import type { ShortAnswer, ShortRequest } from './schema'
import { writePick } from './write-pick'

type Told = ShortRequest & { countTask: string }

/**
 * Makes an open stop of a walking tour short and sees to what is missing: hold, walk, list, event and the answer to the
 * phone. Part of the caller's transaction, in which the tour and the lists of its orders are locked.
 */
export async function shortenStop(
  client: PoolClient,
  ground: Ground,
  told: Told,
  now: Date,
): Promise<ShortAnswer> {
  const { tour, hall, rules, stops } = ground
  const stop = stops.find(({ seq }) => seq === told.seq)
  if (!stop) throw new Error(`tour ${tour.id} has no stop ${told.seq}`)
  const missing = stop.quantity - stop.picked - told.found
  Object.assign(stop, { picked: stop.picked + told.found, state: 'short', doneAt: now })
  await writePick(client, tour, stop, now)
  Object.assign(tour, { at_x_metres: stop.xMetres, at_y_metres: stop.yMetres })

  const today = now.toISOString().slice(0, 10)
  const alternates = await findAlternates(client, ground, stop, { missing, today })
  const options = alternates.map((line) => ({ stockLineId: line.id, place: hall.placeOfBin(line) }))
  const added = options.length > 0 ? { options, class: walkClass(stop, rules) } : undefined
  const rest = await layRest(ground, added)
  const chosen = alternates.find(({ id }) => id === rest.stockLineId)
  const replaced = Math.min(missing, chosen?.reach ?? 0)
  await moveShortHold(client, stop, chosen, { missing, replaced })
  const seq = Math.max(...stops.map((other) => other.seq)) + 1
  if (chosen)
    await addStop(client, { ...stop, seq, quantity: replaced }, { of: stop, at: chosen, tourId: tour.id })
  await writeRest(client, ground, { ...rest, order: rest.order.map((one) => one ?? seq) })
  const released = missing - replaced
  await client.query(
    'UPDATE tour_stop SET short_reason = $3, released = $4 WHERE tour_id = $1 AND seq = $2',
    [tour.id, stop.seq, told.reason, released],
  )
  await closeLists(client, [stop.orderNumber], now)
  const after = await readTour(tour.id, client)
  const answer: ShortAnswer = {
    replacedBy: (chosen && after?.stops.find((other) => other.seq === seq)) ?? null,
    releasedFrom: released > 0 ? stop.orderNumber : null,
    countTask: told.countTask,
  }
  await writeAct(client, { ground, stop, told, answer, now })
  await say(client, { ground, stop, told, now }, { missing, released })
  return answer
}

async function addStop(
  client: PoolClient,
  made: ConfirmedStop,
  { of, at, tourId }: { of: ConfirmedStop; at: Alternate; tourId: string },
): Promise<void> {
  await client.query(
    `INSERT INTO tour_stop (tour_id, seq, position, order_number, line_number, slot, stock_line_id, bin_id, sku, quantity, replaces)
     VALUES ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[tourId, made.seq, made.orderNumber, made.lineNumber, made.slot, at.id, at.binId],
      ...[made.sku, made.quantity, of.seq],
    ],
  )
}

type Writing = { ground: Ground; stop: ConfirmedStop; told: Told; now: Date }

async function writeAct(
  client: PoolClient,
  { ground, stop, told, answer, now }: Writing & { answer: ShortAnswer },
): Promise<void> {
  const { tour } = ground
  const picked = { quantity: told.found, at: now.toISOString(), now }
  const fact = told.found > 0 ? JSON.stringify(pickFact(tour, stop, picked)) : null
  await client.query(
    `INSERT INTO pick_act (tour_id, operation_id, order_number, answer, outcome, fact, is_owed, at)
     VALUES ($1, $2, $3, $4, 'short', $5, $6, $7)`,
    [tour.id, told.operationId, stop.orderNumber, JSON.stringify(answer), fact, fact !== null, now],
  )
}

async function say(
  client: PoolClient,
  { ground: { tour, rules }, stop, told, now }: Writing,
  { missing, released }: { missing: number; released: number },
): Promise<void> {
  const { orderNumber, sku, bin } = stop
  const data = {
    ...{ tour: tour.id, site: tour.site_id, orderNumber, sku, bin },
    ...{ reason: told.reason, missing, released, rule: rules.onShort },
  }
  await client.query(
    `INSERT INTO outbox_event (event_id, name, site_id, subject, data, occurred_at, relayed_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'epoch')`,
    [`stop.short:${tour.id}:${stop.seq}`, stopShort, tour.site_id, orderNumber, JSON.stringify(data), now],
  )
}
