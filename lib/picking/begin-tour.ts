import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { announce } from '@/lib/platform/realtime'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { tourChanged, tourPlanned } from './events'
import { inTransaction } from './in-transaction'
import type { PlannedTour } from './plan-tour'

export type Picker = { id: string; name: string }
export type Beginning =
  | { outcome: 'begun'; tourId: string }
  | { outcome: 'lost-race' }
  | { outcome: 'walking-already' }

class LostRaceError extends Error {}

const WALKING_ALREADY = '23505'

/**
 * Makes a planned tour its picker's: the lists are claimed, their holds move to the chosen bins, and the tour is written,
 * in one transaction or not at all. Who planned with what somebody else has taken meanwhile has lost the race and plans
 * again; a picker has one walking tour at most.
 */
export async function beginTour(plan: PlannedTour, picker: Picker, now: Date): Promise<Beginning> {
  const tourId = randomUUID()
  try {
    await inTransaction(async (client) => {
      await claimLists(client, plan)
      await moveHolds(client, plan)
      await writeTour(client, tourId, { plan, picker, now })
    })
  } catch (error) {
    if (error instanceof LostRaceError) return { outcome: 'lost-race' }
    if ((error as { code?: string }).code === WALKING_ALREADY) return { outcome: 'walking-already' }
    throw error
  }
  announce({ site: plan.site, topic: 'picks', event: tourChanged, id: tourId, version: 1 })
  wakeNightShift()
  return { outcome: 'begun', tourId }
}

async function claimLists(client: PoolClient, { lists }: PlannedTour): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE pick_list SET state = 'touring', version = version + 1 WHERE id IN (
       SELECT list.id FROM pick_list list JOIN orders ON orders.number = list.order_number AND orders.status = 'placed'
        WHERE list.id = ANY ($1::uuid[]) AND list.state = 'open'
          AND NOT EXISTS (SELECT 1 FROM pick_act act WHERE act.order_number = list.order_number AND act.is_owed)
        ORDER BY list.id FOR UPDATE OF list SKIP LOCKED)`,
    [lists.map(({ pickListId }) => pickListId)],
  )
  if (rowCount !== lists.length) throw new LostRaceError('a list is not open any more')
}

type HoldRow = {
  id: string
  order_number: string
  line_number: number
  stock_line_id: number
  quantity: number
}

/** The holds become what the walk takes. Lines are locked by id, as recorders and patient buyers do. */
async function moveHolds(client: PoolClient, { lists, stops }: PlannedTour): Promise<void> {
  const planned = lists.flatMap(({ holds }) => holds)
  const ids = [...new Set([...planned, ...stops].map(({ stockLineId }) => stockLineId))]
  await client.query('SELECT 1 FROM stock_line WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [ids])
  const { rows } = await client.query<HoldRow>(
    `SELECT id::text, order_number, line_number, stock_line_id, quantity FROM stock_hold
      WHERE order_number = ANY ($1) AND state = 'held'`,
    [lists.map(({ orderNumber }) => orderNumber)],
  )
  const known = new Set(
    planned.map(({ holdId, stockLineId, quantity }) => `${holdId} ${stockLineId} ${quantity}`),
  )
  const isSame =
    rows.length === known.size &&
    rows.every((row) => known.has(`${row.id} ${row.stock_line_id} ${row.quantity}`))
  if (!isSame) throw new LostRaceError('what is held has changed')

  const keyOf = (orderNumber: string, stockLineId: number) => `${orderNumber} ${stockLineId}`
  const kept = new Map<string, number>()
  for (const row of rows) {
    const key = keyOf(row.order_number, row.stock_line_id)
    kept.set(key, (kept.get(key) ?? 0) + row.quantity)
  }
  const wanted = new Map(stops.map((stop) => [keyOf(stop.orderNumber, stop.stockLineId), stop]))
  const isKept = (key: string) => kept.get(key) === wanted.get(key)?.quantity
  const gone = rows.filter((row) => !isKept(keyOf(row.order_number, row.stock_line_id)))
  const made = stops.filter((stop) => !isKept(keyOf(stop.orderNumber, stop.stockLineId)))
  if (gone.length === 0 && made.length === 0) return
  const change = new Map<number, number>()
  for (const { stock_line_id: id, quantity } of gone) change.set(id, (change.get(id) ?? 0) - quantity)
  for (const { stockLineId: id, quantity } of made) change.set(id, (change.get(id) ?? 0) + quantity)
  const { rowCount } = await client.query(
    `UPDATE stock_line SET held = held + units FROM unnest($1::int[], $2::int[]) AS moved(id, units)
      WHERE stock_line.id = moved.id AND held + units <= on_hand`,
    [[...change.keys()], [...change.values()]],
  )
  if (rowCount !== change.size) throw new LostRaceError('units were taken meanwhile')
  await client.query('DELETE FROM stock_hold WHERE id = ANY ($1::bigint[])', [gone.map(({ id }) => id)])
  await client.query(
    `INSERT INTO stock_hold (order_number, line_number, stock_line_id, quantity)
     SELECT * FROM unnest($1::text[], $2::int[], $3::int[], $4::int[])`,
    [
      made.map(({ orderNumber }) => orderNumber),
      made.map(({ lineNumber }) => lineNumber),
      made.map(({ stockLineId }) => stockLineId),
      made.map(({ quantity }) => quantity),
    ],
  )
}

type Writing = { plan: PlannedTour; picker: Picker; now: Date }

async function writeTour(client: PoolClient, tourId: string, { plan, picker, now }: Writing): Promise<void> {
  const { site, rules, hall, walk, stops, totes, walkMetres, baselineMetres, lowerBoundMetres, isOptimal } =
    plan
  const { start, end } = hall
  await client.query(
    `INSERT INTO tour (id, site_id, picker_id, picker_name, lease_until, started_at, start, "end", at_x_metres, at_y_metres, walk,
       walk_metres, baseline_metres, lower_bound_metres, is_optimal, plan_version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[tourId, site, picker.id, picker.name, new Date(now.getTime() + rules.leaseMinutes * 60_000), now],
      ...[JSON.stringify(start), JSON.stringify(end), start.xMetres, start.yMetres, JSON.stringify(walk)],
      ...[walkMetres, baselineMetres, lowerBoundMetres, isOptimal, hall.planVersion],
    ],
  )
  await client.query(
    `INSERT INTO tour_tote (tour_id, slot, order_number)
     SELECT $1, slot, order_number FROM unnest($2::text[]) WITH ORDINALITY AS tote(order_number, slot)`,
    [tourId, totes],
  )
  await client.query(
    `INSERT INTO tour_stop (tour_id, seq, position, order_number, line_number, slot, stock_line_id, bin_id, sku, quantity)
     SELECT $1, n, n, stop."orderNumber", stop."lineNumber", stop.slot, stop."stockLineId", stop."binId", stop.sku, stop.quantity
       FROM json_to_recordset($2) AS stop(n int, "orderNumber" text, "lineNumber" int, slot int, "stockLineId" int, "binId" int,
            sku text, quantity int)`,
    [tourId, JSON.stringify(stops.map((stop, at) => ({ n: at + 1, ...stop })))],
  )
  const orders = [...new Set(totes)]
  await client.query(
    'INSERT INTO outbox_event (event_id, name, site_id, subject, data, occurred_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [
      ...[`tour.planned:${tourId}`, tourPlanned, site, tourId],
      JSON.stringify({
        ...{ tour: tourId, site, orders, stops: stops.length, walkMetres, baselineMetres, isOptimal },
      }),
      now,
    ],
  )
}
