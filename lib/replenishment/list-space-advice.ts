import { statement } from '@/lib/platform/db'
import { readSupplyTerms } from './read-supply-terms'
import { adviseSpace, type SpaceFacts } from './rules/advise-space'
import type { SpaceAdvice } from './space-schema'

/** Rows of each kind that a person can act on. */
const MOST = 100

/** Items of a site that deserve more bins, those filled up most often first; then those that deserve fewer, the most room first. */
export async function listSpaceAdvice(site: string): Promise<SpaceAdvice[]> {
  const rows = await statement<Omit<SpaceFacts, 'reviewDays'>>(
    'list-space-facts',
    `WITH held AS (
       SELECT line.sku, count(DISTINCT bin.id)::int AS bins, avg(bin.volume_ml)::float8 AS volume
         FROM stock_line line JOIN bin ON bin.id = line.bin_id WHERE line.site_id = $1 AND line.on_hand > 0 AND bin.bay > 0 GROUP BY line.sku
     )
     SELECT held.sku, product.name, product.department, product.volume_ml AS "unitVolumeMl", held.bins, held.volume AS "binVolumeMl",
            (SELECT avg(units) FROM unnest(forecast.mean) units)::float8 AS "dailyUnits"
       FROM held JOIN product ON product.sku = held.sku JOIN forecast ON forecast.site_id = $1 AND forecast.sku = held.sku ORDER BY held.sku`,
    [site],
  )
  const terms = await readSupplyTerms(
    site,
    rows.map(({ sku }) => sku),
  )
  const advice = rows.flatMap(
    (row) => adviseSpace({ ...row, reviewDays: terms.get(row.sku)?.reviewDays ?? 1 }) ?? [],
  )
  const more = advice.filter(({ bins, advisedBins }) => advisedBins > bins)
  const fewer = advice.filter(({ bins, advisedBins }) => advisedBins < bins)
  return [
    ...more.sort((a, b) => b.tripsAWeek - a.tripsAWeek).slice(0, MOST),
    ...fewer
      .sort((a, b) => b.bins - b.advisedBins - (a.bins - a.advisedBins) || b.fullDays - a.fullDays)
      .slice(0, MOST),
  ]
}
