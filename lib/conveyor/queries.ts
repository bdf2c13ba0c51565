import { db, statement } from '@/lib/platform/db'
import { normaliseLabel } from './rules/normalise-label'

/** What the belt did for an order. */
export type BeltFacts = {
  /** Under scanners, in their order; `exceptionLane` of the sorter as it is drawn now. */
  scans: {
    barcode: string
    scanner: string
    scannedAt: string
    action: string
    lane: string | null
    because: string
    outcome: string | null
    actualLane: string | null
    confirmedAt: string | null
    exceptionLane: string | null
  }[]
  parcels: {
    barcode: string
    totes: string[]
    carrier: string
    promisedAt: string | null
    packedBy: string
    packedAt: string
  }[]
}

const PATH = `
SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('barcode', barcode, 'scanner', scanner, 'scannedAt', scanned_at,
          'action', action, 'lane', lane, 'because', because, 'outcome', outcome, 'actualLane', actual_lane, 'confirmedAt', confirmed_at,
          'exceptionLane', (SELECT drawn->>'exceptionLane' FROM conveyor_plan plan, jsonb_array_elements(plan.topology->'sorters') drawn
                             WHERE plan.site_id = d.site_id AND drawn->>'id' = d.sorter)) ORDER BY decided_at), '[]')
          FROM divert_decision d WHERE d.order_number = orders.number AND d.site_id = orders.site_id) AS scans,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('barcode', barcode, 'totes', totes, 'carrier', carrier, 'promisedAt', promised_at,
          'packedBy', packed_by, 'packedAt', packed_at) ORDER BY number), '[]')
          FROM parcel WHERE parcel.order_number = orders.number) AS parcels
  FROM orders WHERE number = $1`

/** The way of an order's boxes, and what was packed of them; what others said of its number at another site is left out. */
export async function findBeltFactsOfOrder(orderNumber: string): Promise<BeltFacts> {
  const [path] = await statement<BeltFacts>('belt-facts-of-order', PATH, [orderNumber])
  return path ?? { scans: [], parcels: [] }
}

/** By the primary key at every site that is asked for. */
const ORDERS = `
SELECT DISTINCT order_number AS number FROM site JOIN conveyor_box box ON box.site_id = site.id AND box.barcode = $1
 WHERE order_number IS NOT NULL AND ($2::text[] IS NULL OR site.id = ANY ($2))`

/** The orders whose tote or parcel bears a label, however it was scanned. */
export async function findOrdersOfBox(label: string, siteIds: readonly string[] | 'all'): Promise<string[]> {
  const rows = await statement<{ number: string }>('find-orders-of-box', ORDERS, [
    normaliseLabel(label),
    siteIds === 'all' ? null : siteIds,
  ])
  return rows.map(({ number }) => number)
}

/** The parcel that a label names, however it was scanned; null when there is none. */
export async function findParcel(label: string) {
  return db.parcel.findUnique({ where: { barcode: normaliseLabel(label) } })
}
