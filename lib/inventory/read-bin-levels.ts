import { type BinChange, binChangeSchema } from '@/lib/floor/map-schema'
import { statement } from '@/lib/platform/db'

// Ids narrow it to a few bins; without them it is the whole site.
const levels = (lines: string, entries: string): string => `
WITH line AS (
  SELECT stock.bin_id, sum(on_hand)::int AS units, count(DISTINCT stock.sku)::int AS skus,
         sum(on_hand * product.volume_ml::bigint) AS volume_ml, sum(on_hand * product.weight_grams::bigint) AS weight_grams,
         (min(stocked_at) AT TIME ZONE 'UTC')::date - DATE '1970-01-01' AS oldest_day,
         min(expires_on) - DATE '1970-01-01' AS expiry_day
    FROM stock_line stock JOIN product ON product.sku = stock.sku
   WHERE ${lines} AND on_hand > 0 GROUP BY stock.bin_id
), taking AS (
  SELECT bin_id, count(*)::int AS picks FROM ledger_entry
   WHERE ${entries} AND quantity < 0 AND observed_at > now() - interval '24 hours' GROUP BY bin_id
), held AS (
  SELECT bin.id, bin.code, coalesce(line.units, 0) AS units, coalesce(line.skus, 0) AS skus, line.oldest_day, line.expiry_day,
         coalesce(taking.picks, 0) AS picks,
         coalesce(round(100.0 * greatest(line.volume_ml::float8 / bin.volume_ml, line.weight_grams::float8 / bin.max_weight_grams)), 0)::int AS fill
    FROM bin LEFT JOIN line ON line.bin_id = bin.id LEFT JOIN taking ON taking.bin_id = bin.id
   WHERE bin.bay > 0 AND `

const OF_SITE = `${levels('stock.site_id = $1', 'site_id = $1')} bin.site_id = $1 ORDER BY bin.id)
SELECT json_build_object('site', $1::text, 'version', coalesce((SELECT version FROM floor_plan WHERE site_id = $1), 0),
  'fillPercent', coalesce(json_agg(fill), '[]'), 'units', coalesce(json_agg(units), '[]'), 'skus', coalesce(json_agg(skus), '[]'),
  'oldestDay', coalesce(json_agg(oldest_day), '[]'), 'earliestExpiryDay', coalesce(json_agg(expiry_day), '[]'),
  'picks', coalesce(json_agg(picks), '[]'))::text AS json FROM held`

// A dock has more entries a day than a bin in its life, and is in every change that puts something away.
const ON_FLOOR = 'ANY (ARRAY(SELECT id FROM bin WHERE id = ANY ($1) AND bay > 0))'
const OF_BINS = `${levels(`stock.bin_id = ${ON_FLOOR}`, `bin_id = ${ON_FLOOR}`)} bin.id = ANY ($1))
SELECT coalesce((SELECT version FROM floor_plan WHERE site_id = $2), 0) AS version,
       coalesce(json_agg(json_build_array(code, fill, units, skus, oldest_day, expiry_day, picks)), '[]') AS changes FROM held`

type Reading = { json: Promise<string>; hasBegun: boolean }
const readings = new Map<string, Reading>()

/**
 * What lies in each bin of a site, in the order of its map: `binLevelsSchema` as text. One query at a time and site: who
 * asks while one runs shares the next with all who ask meanwhile. It never answers with what was read before it was asked,
 * because who listens to the stream already must not miss what came between.
 */
export function readBinLevels(site: string): Promise<string> {
  const last = readings.get(site)
  if (last && !last.hasBegun) return last.json
  const reading: Reading = { json: Promise.resolve(''), hasBegun: last === undefined }
  const before = last?.json.catch(() => '') ?? Promise.resolve('')
  reading.json = before
    .then(() => {
      reading.hasBegun = true
      return statement<{ json: string }>('read-bin-levels', OF_SITE, [site])
    })
    .then(([row]) => row?.json ?? '')
    .finally(() => {
      if (readings.get(site) === reading) readings.delete(site)
    })
  readings.set(site, reading)
  return reading.json
}

/** The same of a few bins by their ids, with the version of the map; bins that are not on the floor are left out. */
export async function readChangedBins(
  site: string,
  binIds: number[],
): Promise<{ version: number; changes: BinChange[] }> {
  const [row] = await statement<{ version: number; changes: unknown }>('read-changed-bins', OF_BINS, [
    binIds,
    site,
  ])
  return { version: row?.version ?? 0, changes: binChangeSchema.array().parse(row?.changes ?? []) }
}
