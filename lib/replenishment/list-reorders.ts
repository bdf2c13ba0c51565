import { z } from 'zod'
import { statement } from '@/lib/platform/db'
import type { Reorder, ReorderList, ReorderState } from './reorder-schema'
import { dayAfter } from './rules/order-days'

export type ReorderFilter = {
  state: ReorderState
  supplier?: string | undefined
  department?: string | undefined
  limit: number
  cursor?: string | undefined
}

type Row = Omit<Reorder, 'orderBy' | 'sentAt'> & { sentAt: Date | null; lastOn: string }

const COLUMNS = `
  reorder.id, reorder.sku, product.name, product.department, supplier, to_char(day, 'YYYY-MM-DD') AS day, state, proposed, quantity,
  pack_units AS "packUnits", unit_cost_minor AS "unitCostMinor", to_char(stock_out_on, 'YYYY-MM-DD') AS "stockOutOn", because, outlook,
  decided_by AS "decidedBy", sent_at AS "sentAt", to_char(expected_on, 'YYYY-MM-DD') AS "expectedOn", received_units AS "receivedUnits",
  to_char(coalesce(stock_out_on, '9999-12-31'), 'YYYY-MM-DD') AS "lastOn"
  FROM reorder JOIN product ON product.sku = reorder.sku`

const cursorSchema = z
  .string()
  .transform((text) => text.split('_'))
  .pipe(z.tuple([z.iso.date(), z.uuid()]))

/** Reorders of a site in one state, what runs out first on top. A cursor that is none begins anew. */
export async function listReorders(site: string, filter: ReorderFilter): Promise<ReorderList> {
  const { state, supplier = null, department = null, limit } = filter
  const cursor = cursorSchema.safeParse(filter.cursor).data
  const [day = '0001-01-01', id = '00000000-0000-0000-0000-000000000000'] = cursor ?? []
  const [rows, about] = await Promise.all([
    statement<Row>(
      'list-reorders',
      `SELECT ${COLUMNS} WHERE site_id = $1 AND state = $2::reorder_state AND ($3::text IS NULL OR supplier = $3)
         AND ($4::text IS NULL OR product.department = $4) AND (coalesce(stock_out_on, '9999-12-31'), reorder.id) > ($5::date, $6::uuid)
       ORDER BY coalesce(stock_out_on, '9999-12-31'), reorder.id LIMIT $7`,
      [site, state, supplier, department, day, id, limit + 1],
    ),
    statement<Omit<ReorderList, 'items' | 'nextCursor'>>('describe-reorders', ABOUT, [site, state]),
  ])
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const [described] = about
  if (!described) throw new Error(`no site ${site}`)
  return {
    items: items.map(reorderOf),
    nextCursor: rows.length > limit && last ? `${last.lastOn}_${last.id}` : null,
    ...described,
  }
}

const ABOUT = `
WITH held AS (SELECT state, supplier, department FROM reorder JOIN product USING (sku) WHERE site_id = $1)
SELECT trim(site.currency) AS currency,
       (SELECT jsonb_object_agg(name, (SELECT count(*)::int FROM held WHERE state = name)) FROM unnest(enum_range(NULL::reorder_state)) name) AS counts,
       ARRAY(SELECT DISTINCT supplier FROM held WHERE state = $2::reorder_state ORDER BY 1) AS suppliers,
       ARRAY(SELECT DISTINCT department FROM held WHERE state = $2::reorder_state ORDER BY 1) AS departments,
       (SELECT jsonb_build_object('day', to_char(day, 'YYYY-MM-DD'), 'at', to_char(computed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          FROM reorder_run WHERE site_id = $1 ORDER BY day DESC LIMIT 1) AS computed
  FROM site WHERE id = $1`

/** Of a SKU: what is proposed, approved or on its way, the newest first. */
export async function findOpenReorders(site: string, sku: string): Promise<Reorder[]> {
  const rows = await statement<Row>(
    'find-open-reorders',
    `SELECT ${COLUMNS} WHERE site_id = $1 AND reorder.sku = $2 AND state IN ('proposed', 'approved', 'sent') ORDER BY day DESC, reorder.id`,
    [site, sku],
  )
  return rows.map(reorderOf)
}

function reorderOf({ lastOn: _, sentAt, ...row }: Row): Reorder {
  const { orderInDays } = row.outlook
  return {
    ...row,
    sentAt: sentAt?.toISOString() ?? null,
    orderBy: orderInDays === null ? null : dayAfter(row.day, orderInDays),
  }
}
