import { statement } from '@/lib/platform/db'
import { readToday } from './read-outlook-facts'
import { readSupplyTerms } from './read-supply-terms'
import type { ItemSimulation } from './reorder-schema'
import { forecastPolicy, textbookPolicy } from './rules/order-policies'
import { plainForecast } from './rules/plain-forecast'
import { type Policy, simulatePolicy } from './rules/simulate-policy'

/** Days that are played, and how many before them the first forecast is made of at the least. */
const PLAYED_DAYS = 84
const FEWEST_DAYS = 56
const HISTORY_DAYS = 365

/**
 * Plays the last twelve weeks of a SKU again: had its orders been what the house proposes, and had they been the textbook's. Every order
 * arrives after the mean lead time; the supplier takes orders each review. Null: no such SKU; without days: its past is too short.
 */
export async function simulateItem(site: string, sku: string, now: Date): Promise<ItemSimulation | null> {
  const today = await readToday(site, now)
  const terms = (await readSupplyTerms(site, [sku])).get(sku)
  if (today === null || !terms) return null
  const past = await readWanted(site, sku, today)
  if (past.length < PLAYED_DAYS + FEWEST_DAYS) return { sku, days: [], house: null, textbook: null }
  const history = past.slice(0, -PLAYED_DAYS)
  const wanted = past.slice(-PLAYED_DAYS)
  const mean = history.slice(-28).reduce((sum, units) => sum + units, 0) / 28
  const play = (policy: Policy) =>
    simulatePolicy({
      ...{ history, wanted, policy, leadDays: () => Math.max(1, Math.round(terms.leadDays)) },
      ...{ reviewDays: terms.reviewDays, shelfLifeDays: terms.shelfLifeDays },
      openingUnits: Math.round(mean * (terms.leadDays + terms.reviewDays)),
    })
  const { days, ...house } = play(forecastPolicy(terms, plainForecast))
  const { days: _, ...textbook } = play(textbookPolicy(terms, 's,S'))
  return { sku, days, house, textbook }
}

/** Units wanted on each day from the first that is known to yesterday, at most a year; days without a row are zeros. */
async function readWanted(site: string, sku: string, today: string): Promise<number[]> {
  const rows = await statement<{ ago: number; units: number }>(
    'read-wanted-days',
    `SELECT $3::date - day AS ago, ordered + sold + refused AS units FROM demand_day
      WHERE site_id = $1 AND sku = $2 AND day < $3::date AND day >= $3::date - $4::int ORDER BY day`,
    [site, sku, today, HISTORY_DAYS],
  )
  const wanted = Array.from({ length: rows[0]?.ago ?? 0 }, () => 0)
  for (const { ago, units } of rows) wanted[wanted.length - ago] = units
  return wanted
}
