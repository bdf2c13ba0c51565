import { statement } from '@/lib/platform/db'
import { readToday } from './read-outlook-facts'
import { readSupplyTerms } from './read-supply-terms'
import type { ItemSimulation } from './reorder-schema'
import { forecastPolicy, textbookPolicy } from './rules/order-policies'
import { replayForecasts } from './rules/replay-forecasts'
import { type Policy, simulatePolicy } from './rules/simulate-policy'
import { thinkInSlices } from './think-in-slices'

/** Days that are played, and how many before them the first forecast is made of at the least. */
const PLAYED_DAYS = 84
const FEWEST_DAYS = 56
const HISTORY_DAYS = 365

/**
 * Plays the last twelve weeks of a SKU again: had its orders been what the house proposes, and had they been the textbook's. Every order
 * arrives after the mean lead time; the supplier takes orders each review. The house's forecasts are made by the same rules as each
 * night's, of the item among the store's departments, once a week. Null: no such SKU; without days: its past is too short.
 */
export async function simulateItem(site: string, sku: string, now: Date): Promise<ItemSimulation | null> {
  const today = await readToday(site, now)
  const terms = (await readSupplyTerms(site, [sku])).get(sku)
  if (today === null || !terms) return null
  const [past = [], ...departments] = await readWanted(site, sku, today)
  if (past.length < PLAYED_DAYS + FEWEST_DAYS) return { sku, days: [], house: null, textbook: null }
  const history = past.slice(0, -PLAYED_DAYS)
  const wanted = past.slice(-PLAYED_DAYS)
  const series = [past, ...departments].map((units, at) => ({
    sku: String(at),
    units: Float64Array.from(units),
  }))
  const forecastAt = await thinkInSlices(replayForecasts(series, history.length + 1))
  const mean = history.slice(-28).reduce((sum, units) => sum + units, 0) / 28
  const play = (policy: Policy) =>
    simulatePolicy({
      ...{ history, wanted, policy, leadDays: () => Math.max(1, Math.round(terms.leadDays)) },
      ...{ reviewDays: terms.reviewDays, shelfLifeDays: terms.shelfLifeDays },
      openingUnits: Math.round(mean * (terms.leadDays + terms.reviewDays)),
    })
  const { days, ...house } = play(forecastPolicy(terms, (known) => forecastAt(known.length)))
  const { days: _, ...textbook } = play(textbookPolicy(terms, 's,S'))
  return { sku, days, house, textbook }
}

/**
 * Units wanted on each day from the first that is known of the SKU to yesterday, at most a year: of the SKU, then of each department as
 * a whole. Days without a row are zeros.
 */
async function readWanted(site: string, sku: string, today: string): Promise<number[][]> {
  const rows = await statement<{ department: string | null; ago: number[]; units: number[] }>(
    'read-wanted-days',
    `SELECT department, array_agg($3::date - day) AS ago, array_agg(units) AS units FROM (
       SELECT NULL AS department, day, ordered + sold + refused AS units FROM demand_day
        WHERE site_id = $1 AND sku = $2 AND day < $3::date AND day >= $3::date - $4::int
       UNION ALL
       SELECT department, day, sum(ordered + sold + refused)::int FROM demand_day JOIN product USING (sku)
        WHERE site_id = $1 AND day < $3::date AND day >= $3::date - $4::int GROUP BY department, day) wanted
      GROUP BY department ORDER BY department NULLS FIRST`,
    [site, sku, today, HISTORY_DAYS],
  )
  const [own] = rows
  // Nobody has wanted it: what follows would be the departments.
  if (!own || own.department !== null) return []
  const length = Math.max(...own.ago)
  return rows.map(({ ago, units }) => {
    const wanted = Array.from({ length }, () => 0)
    for (const [at, days] of ago.entries()) if (days <= length) wanted[length - days] = units[at] ?? 0
    return wanted
  })
}
