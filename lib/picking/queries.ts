import { z } from 'zod'
import { statement } from '@/lib/platform/db'
import { readPlace } from '@/lib/platform/read-place'
import type { PickList } from './schema'

const PLACE = z.tuple([z.coerce.number().pipe(z.int32()), z.iso.datetime(), z.uuid()])

type Page = { items: PickList[]; nextCursor: string | null }

/** The open pick lists of a site in the order in which they go, each with its bins in address order; one query. */
export async function listOpenPickLists(siteId: string, limit: number, cursor?: string): Promise<Page> {
  const [priority, dueAfter, idAfter] = readPlace(cursor, PLACE) ?? []
  const rows = await statement<{ list: PickList }>(
    'list-open-pick-lists',
    `SELECT jsonb_build_object('pickListId', list.id, 'orderNumber', list.order_number, 'state', list.state,
       'priority', list.priority, 'dueAt', list.due_at, 'createdAt', list.created_at, 'customerName', list.customer_name,
       'pickedIn', (SELECT coalesce(jsonb_agg(DISTINCT 'T' || lpad(tote.number::text, 6, '0')), '[]')
                      FROM tour_stop stop JOIN tour_tote tote ON tote.tour_id = stop.tour_id AND tote.slot = stop.slot
                     WHERE stop.order_number = list.order_number AND stop.picked > 0),
       'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object('bin', bin.code, 'aisle', aisle.code, 'sku', stock.sku,
                   'name', product.name, 'quantity', hold.quantity, 'temperatureZone', zone.temperature_zone) ORDER BY bin.code), '[]')
                   FROM stock_hold hold JOIN stock_line stock ON stock.id = hold.stock_line_id
                   JOIN bin ON bin.id = stock.bin_id JOIN aisle ON aisle.id = bin.aisle_id
                   JOIN zone ON zone.id = aisle.zone_id JOIN product ON product.sku = stock.sku
                  WHERE hold.order_number = list.order_number AND hold.state = 'held')) AS list
       FROM pick_list list
      WHERE list.site_id = $1 AND list.state = 'open'
        AND ($2::int IS NULL OR (-list.priority, list.due_at, list.id) > (-$2, $3::timestamptz, $4::uuid))
      ORDER BY list.priority DESC, list.due_at, list.id LIMIT $5`,
    [siteId, priority ?? null, dueAfter ?? null, idAfter ?? null, limit + 1],
  )
  const items = rows.slice(0, limit).map((row) => withUtcTimes(row.list))
  const last = items.at(-1)
  const nextCursor =
    rows.length > limit && last
      ? Buffer.from(`${last.priority} ${last.dueAt} ${last.pickListId}`).toString('base64url')
      : null
  return { items, nextCursor }
}

// Postgres writes JSON times with its own zone offset; the contract says RFC 3339 in UTC.
const withUtcTimes = (list: PickList): PickList => ({
  ...list,
  dueAt: new Date(list.dueAt).toISOString(),
  createdAt: new Date(list.createdAt).toISOString(),
})

/** The site of a pick list; null when there is none. */
export async function findSiteOfPickList(pickListId: string): Promise<string | null> {
  const [row] = await statement<{ site: string }>(
    'site-of-pick-list',
    'SELECT site_id AS site FROM pick_list WHERE id = $1',
    [pickListId],
  )
  return row?.site ?? null
}

export type PickFacts = {
  /** When the warehouse was told, of how many holds. */
  createdAt: Date
  lineCount: number
  state: PickList['state']
  closedAt: Date | null
  /** One for each tour that had a part of the order. */
  tours: {
    picker: string
    startedAt: string
    endedAt: string | null
    endReason: string | null
    totes: string[]
    open: number
  }[]
  stops: {
    at: string
    bin: string
    sku: string
    name: string
    lineNumber: number
    tote: string
    picker: string
    quantity: number
    picked: number
    reason: string | null
    released: number
  }[]
}

/** What picking did for an order; null before the warehouse was told of it. One query. */
export async function findPickFactsOfOrder(orderNumber: string): Promise<PickFacts | null> {
  const [row] = await statement<PickFacts>(
    'pick-facts-of-order',
    `SELECT list.created_at AS "createdAt", list.state, list.closed_at AS "closedAt",
            (SELECT count(*)::int FROM stock_hold hold WHERE hold.order_number = list.order_number AND hold.state <> 'released') AS "lineCount",
            (SELECT coalesce(jsonb_agg(jsonb_build_object('picker', tour.picker_name, 'startedAt', tour.started_at, 'endedAt', tour.ended_at,
                       'endReason', tour.end_reason, 'open', part.open,
                       'totes', (SELECT jsonb_agg('T' || lpad(number::text, 6, '0') ORDER BY slot) FROM tour_tote
                                  WHERE tour_id = tour.id AND order_number = list.order_number)) ORDER BY tour.started_at), '[]')
               FROM (SELECT tour_id, count(*) FILTER (WHERE stop.state = 'open')::int AS open FROM tour_stop stop
                      WHERE stop.order_number = list.order_number GROUP BY tour_id) part
               JOIN tour ON tour.id = part.tour_id) AS tours,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('at', stop.done_at, 'bin', bin.code, 'sku', stop.sku, 'name', product.name,
                       'lineNumber', stop.line_number, 'tote', 'T' || lpad(tote.number::text, 6, '0'), 'picker', tour.picker_name,
                       'quantity', stop.quantity, 'picked', stop.picked, 'reason', stop.short_reason, 'released', stop.released)
                     ORDER BY stop.done_at, stop.seq), '[]')
               FROM tour_stop stop JOIN tour ON tour.id = stop.tour_id JOIN bin ON bin.id = stop.bin_id
               JOIN product ON product.sku = stop.sku
               JOIN tour_tote tote ON tote.tour_id = stop.tour_id AND tote.slot = stop.slot
              WHERE stop.order_number = list.order_number AND stop.done_at IS NOT NULL) AS stops
       FROM pick_list list WHERE list.order_number = $1`,
    [orderNumber],
  )
  return row ?? null
}

/** Totes of all tours that began since, in the order of their numbers: so many, after that one. */
export function listTotes(since: Date, after: string, limit: number) {
  return statement<{ number: string; tote: string; orderNumber: string; tourId: string; site: string }>(
    'list-totes',
    `SELECT number, 'T' || lpad(number::text, 6, '0') AS tote, order_number AS "orderNumber", tour_id AS "tourId", site_id AS site
       FROM tour_tote JOIN tour ON tour.id = tour_id
      WHERE tour.started_at > $1 AND number > $2 ORDER BY number LIMIT $3`,
    [since, after, limit],
  )
}

/** The totes with these labels, and the tours on which they are; a label that is none of ours is left out. */
export function findTotes(labels: readonly string[]) {
  return statement<{ tote: string; orderNumber: string; tourId: string; site: string }>(
    'find-totes',
    `SELECT 'T' || lpad(number::text, 6, '0') AS tote, order_number AS "orderNumber", tour_id AS "tourId", site_id AS site
       FROM tour_tote JOIN tour ON tour.id = tour_id WHERE number = ANY ($1::bigint[]) ORDER BY number`,
    [numbersOf(labels)],
  )
}

const numbersOf = (labels: readonly string[]): string[] =>
  labels.flatMap((label) => /^T(\d{1,18})$/.exec(label)?.[1] ?? [])

/** What was picked into totes, by the lines of their orders; a label that is none of ours has nothing in it. */
export function findContentsOfTotes(
  labels: readonly string[],
): Promise<{ orderNumber: string; lineNumber: number; quantity: number }[]> {
  return statement(
    'contents-of-totes',
    `SELECT stop.order_number AS "orderNumber", stop.line_number AS "lineNumber", sum(stop.picked)::int AS quantity
       FROM tour_tote tote JOIN tour_stop stop ON stop.tour_id = tote.tour_id AND stop.slot = tote.slot
      WHERE tote.number = ANY ($1::bigint[]) AND stop.picked > 0
      GROUP BY stop.order_number, stop.line_number ORDER BY stop.line_number`,
    [numbersOf(labels)],
  )
}

/** Orders whose picking has ended and that wait for units nobody has, at sites that ship without them; longest waiting first. */
export async function listShortOrders(limit: number): Promise<string[]> {
  const rows = await statement<{ number: string }>(
    'list-short-orders',
    `SELECT list.order_number AS number
       FROM pick_list list JOIN orders ON orders.number = list.order_number AND orders.status IN ('placed', 'picking', 'packed')
       LEFT JOIN picking_rules rules ON rules.site_id = list.site_id
      WHERE list.state = 'short' AND coalesce(rules.on_short, 'ship') = 'ship'
        AND EXISTS (SELECT FROM stock_hold hold WHERE hold.order_number = list.order_number AND hold.state = 'lost')
      ORDER BY list.closed_at LIMIT $1`,
    [limit],
  )
  return rows.map(({ number }) => number)
}
