import { readTopology } from '@/lib/conveyor/read-topology'
import { nextDeparture } from '@/lib/conveyor/rules/next-departure'
import { statement } from '@/lib/platform/db'
import { type HallRisk, readOpenOrders } from './read-open-orders'
import { readStockOuts } from './read-stock-outs'
import { countLateness, type JudgedOrder } from './rules/late-risk'
import type { DayFigures } from './schema'

const RISKS_SHOWN = 50

/** What is only known of this instant: cut-offs, late risk, stock-outs, queues and belts. */
export async function readNow({ id, timeZone }: { id: string; timeZone: string }, now: Date) {
  const [risks, stock, queue, belt, parcels, drawn] = await Promise.all([
    readOpenOrders([id], now),
    readStockOuts(id, now),
    readQueue(id, now),
    readBelt(id, now),
    readWaitingParcels(id, now),
    readTopology(id),
  ])
  const risk = risks.get(id) ?? { linesPerHour: null, orders: [] }
  const departures = new Map<string, string[]>()
  for (const lane of drawn?.topology.sorters.flatMap((sorter) => sorter.lanes) ?? [])
    for (const carrier of lane.serves)
      departures.set(carrier, [...(departures.get(carrier) ?? []), ...(lane.departures ?? [])])
  const cutOffs = [...departures].flatMap(([carrier, times]) => {
    const at = nextDeparture(times, timeZone, now)
    if (at === null) return []
    const waiting = parcels.find((one) => one.carrier === carrier && one.at.getTime() === at.getTime())
    return [
      { carrier, at: at.toISOString(), parcels: waiting?.parcels ?? 0, ...ordersBefore(at, risk.orders) },
    ]
  })
  cutOffs.sort((one, other) => one.at.localeCompare(other.at))
  return { stock, queue, belt, cutOffs, risk: riskOf(risk) }
}

function ordersBefore(at: Date, all: readonly JudgedOrder[]): { orders: number; atRisk: number } {
  const due = all.filter(({ dueAtMs }) => dueAtMs <= at.getTime())
  const misses = ({ readyAtMs, lateness }: JudgedOrder) =>
    readyAtMs === null ? lateness !== 'on-time' : readyAtMs > at.getTime()
  return { orders: due.length, atRisk: due.filter(misses).length }
}

function riskOf({ linesPerHour, orders }: HallRisk): DayFigures['risk'] {
  const bad = orders.flatMap(({ orderNumber, lateness, dueAtMs, readyAtMs, linesLeft }) =>
    lateness === 'on-time'
      ? []
      : [
          {
            ...{ orderNumber, lateness, linesLeft, dueAt: new Date(dueAtMs).toISOString() },
            readyAt: readyAtMs === null ? null : new Date(readyAtMs).toISOString(),
          },
        ],
  )
  return { ...countLateness(orders), linesPerHour, orders: bad.slice(0, RISKS_SHOWN) }
}

/** The queue that the watcher saw worst within the last two minutes; what its alert says of it, where it has one. */
async function readQueue(siteId: string, now: Date): Promise<DayFigures['queue']> {
  const [row] = await statement<NonNullable<DayFigures['queue']>>(
    'figures-queue',
    `SELECT sample.queue AS name, sample.state, coalesce(message, sample.waiting || ' waiting, ' || overdue || ' overdue') AS message,
            coalesce(orders_affected, overdue) AS "ordersAffected"
       FROM (SELECT DISTINCT ON (queue) * FROM queue_sample WHERE site_id = $1 AND at > $2::timestamptz - interval '2 minutes'
              ORDER BY queue, at DESC) sample
       LEFT JOIN alert ON alert.site_id = $1 AND alert.queue = sample.queue AND topic = 'flow' AND alert.state <> 'resolved'
      WHERE sample.state <> 'healthy'
      ORDER BY array_position(ARRAY['down', 'stalled', 'slow'], sample.state), overdue DESC LIMIT 1`,
    [siteId, now],
  )
  return row ?? null
}

/** Boxes a minute over the last five, and the share that nobody could read over the last hour. */
async function readBelt(siteId: string, now: Date): Promise<DayFigures['belt']> {
  const [row] = await statement<{ perMinute: number; noReadShare: number | null }>(
    'figures-belt',
    `SELECT count(*) FILTER (WHERE decided_at > $2::timestamptz - interval '5 minutes') / 5.0::float8 AS "perMinute",
            count(*) FILTER (WHERE because = 'no-read')::float8 / nullif(count(*), 0) AS "noReadShare"
       FROM divert_decision WHERE site_id = $1 AND decided_at > $2::timestamptz - interval '1 hour'`,
    [siteId, now],
  )
  return row?.noReadShare == null ? null : { perMinute: row.perMinute, noReadShare: row.noReadShare }
}

/** Parcels on their way to a departure to come. */
function readWaitingParcels(siteId: string, now: Date) {
  return statement<{ carrier: string; at: Date; parcels: number }>(
    'figures-waiting-parcels',
    `SELECT parcel.carrier, promised_at AS at, count(*)::int AS parcels FROM shipment JOIN parcel ON parcel.barcode = shipment.id
      WHERE shipment.packed_at > $2::timestamptz - interval '2 days' AND handed_over_at IS NULL
        AND site_id = $1 AND promised_at >= $2 GROUP BY 1, 2`,
    [siteId, now],
  )
}
