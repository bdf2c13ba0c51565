import { statement } from '@/lib/platform/db'

/** What the belt did for an order. */
export type BeltFactsOfOrder = {
  /** Under scanners, in their order; `exceptionLane` of the sorter as it is drawn now. */
  scans: {
    barcode: string
    scanner: string
    sorter: string
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
SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('barcode', barcode, 'scanner', scanner, 'sorter', sorter, 'scannedAt', scanned_at,
          'action', action, 'lane', lane, 'because', because, 'outcome', outcome, 'actualLane', actual_lane, 'confirmedAt', confirmed_at,
          'exceptionLane', (SELECT drawn->>'exceptionLane' FROM conveyor_plan plan, jsonb_array_elements(plan.topology->'sorters') drawn
                             WHERE plan.site_id = d.site_id AND drawn->>'id' = d.sorter)) ORDER BY decided_at), '[]')
          FROM divert_decision d WHERE d.order_number = orders.number AND d.site_id = orders.site_id) AS scans,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('barcode', barcode, 'totes', totes, 'carrier', carrier, 'promisedAt', promised_at,
          'packedBy', packed_by, 'packedAt', packed_at) ORDER BY number), '[]')
          FROM parcel WHERE parcel.order_number = orders.number) AS parcels
  FROM orders WHERE number = $1`

/** The way of an order's boxes, and what was packed of them; what others said of its number at another site is left out. */
export async function readOrderPath(orderNumber: string): Promise<BeltFactsOfOrder> {
  const [path] = await statement<BeltFactsOfOrder>('read-order-path', PATH, [orderNumber])
  return path ?? { scans: [], parcels: [] }
}
