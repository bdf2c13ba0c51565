import { setImmediate } from 'node:timers/promises'
import { inTransaction } from '@/lib/platform/in-transaction'
import { announce } from '@/lib/platform/realtime'
import { REORDERS, reorderChanged } from './events'
import { readOutlookFacts, readToday } from './read-outlook-facts'
import { readSupplyTerms } from './read-supply-terms'
import { becauseOfReorder } from './rules/because-of-reorder'
import { dayAfter, weekdayOf } from './rules/order-days'
import { reorderQuantity } from './rules/reorder-quantity'

/** Items judged before others in the process have their turn: about 10 ms. */
const SLICE = 200

export type Suggested = { day: string; proposed: number; judged: number }

/**
 * Proposes what to order at a site today. Idempotent by site, SKU and day: computed again, what nobody has decided gets its
 * new figures under the id that it had, so that who has just chosen it still has it; what was decided stays, and a SKU with an
 * approved order that is not sent yet is not proposed a second time.
 * @throws Error when there is no such site
 */
export async function suggestReorders(site: string, now: Date): Promise<Suggested> {
  const day = await readToday(site, now)
  if (day === null) throw new Error(`no site ${site}`)
  // Read before: a forecast that is made meanwhile makes the suggestions owed again.
  const facts = await readOutlookFacts(site, day, null)
  const terms = await readSupplyTerms(
    site,
    facts.map(({ sku }) => sku),
  )
  const rows: object[] = []
  for (const [at, { sku, ...ask }] of facts.entries()) {
    if (at % SLICE === SLICE - 1) await setImmediate()
    const term = terms.get(sku)
    if (!term) continue
    const outlook = reorderQuantity({ ...ask, terms: term, weekday: weekdayOf(day) })
    if (outlook.quantity === 0) continue
    const { stockOutInDays } = outlook
    rows.push({
      ...{
        sku,
        supplier: term.supplier,
        units: outlook.quantity,
        pack: term.packUnits,
        cost: term.unitCostMinor,
      },
      ...{ out: stockOutInDays === null ? null : dayAfter(day, stockOutInDays), outlook },
      because: becauseOfReorder(outlook, term, day),
    })
  }
  const proposed = await writeProposals(site, day, rows, now)
  announce({ site, topic: 'floor', event: reorderChanged, id: REORDERS, version: now.getTime() })
  return { day, proposed, judged: facts.length }
}

/** Replaces what is proposed and not decided, of any day, and says that the day is done; answers how many there are. */
function writeProposals(site: string, day: string, rows: object[], now: Date): Promise<number> {
  return inTransaction(async (client) => {
    // Two that compute the same site would each see the other's proposals as conflicts.
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('reorder ' || $1, 0))", [site])
    const said = JSON.stringify(rows)
    await client.query(
      `DELETE FROM reorder WHERE site_id = $1 AND state = 'proposed'
          AND (day <> $2 OR sku NOT IN (SELECT sku FROM jsonb_to_recordset($3::jsonb) AS said(sku text))
               OR sku IN (SELECT sku FROM reorder WHERE site_id = $1 AND state = 'approved'))`,
      [site, day, said],
    )
    const { rowCount } = await client.query(
      `INSERT INTO reorder (id, site_id, sku, day, supplier, proposed, quantity, pack_units, unit_cost_minor, stock_out_on, outlook, because, computed_at)
       SELECT uuidv7(), $1, sku, $2, supplier, units, units, pack, cost, "out", outlook, because, $4
         FROM jsonb_to_recordset($3::jsonb) AS said(sku text, supplier text, units int, pack int, cost int, "out" date, outlook jsonb, because text)
        WHERE NOT EXISTS (SELECT 1 FROM reorder WHERE site_id = $1 AND reorder.sku = said.sku AND state = 'approved')
       ON CONFLICT (site_id, sku, day) DO UPDATE
         SET supplier = excluded.supplier, proposed = excluded.proposed, quantity = excluded.quantity, pack_units = excluded.pack_units,
             unit_cost_minor = excluded.unit_cost_minor, stock_out_on = excluded.stock_out_on, outlook = excluded.outlook,
             because = excluded.because, computed_at = excluded.computed_at
       WHERE reorder.state = 'proposed'`,
      [site, day, said, now],
    )
    await client.query(
      `INSERT INTO reorder_run (site_id, day, forecast_at, computed_at, proposed)
       SELECT $1, $2, coalesce((SELECT max(made_at) FROM forecast WHERE site_id = $1 AND made_at <= $3), $3), $3, $4
       ON CONFLICT (site_id, day) DO UPDATE SET forecast_at = excluded.forecast_at, computed_at = excluded.computed_at, proposed = excluded.proposed`,
      [site, day, now, rowCount ?? 0],
    )
    return rowCount ?? 0
  })
}
