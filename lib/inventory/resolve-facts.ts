import { statement } from '@/lib/platform/db'
import type { InventoryFact } from './events'
import type { Place } from './rules/stock-fact'

type Sites = string[] | 'all'
type SiteBins = { dock: number; spare: number }

/** What this process remembers of sites, products and bins, as of a version that each commit is checked against. */
type Places = {
  version: string | null
  sites: Map<string, SiteBins>
  /** SKU by SKU or GTIN; their forms do not meet, a GTIN has a colon before it. */
  skus: Map<string, string>
  bins: Map<string, number>
}

/** Far above any house: a bound for the memory, not a working limit. */
const MOST_REMEMBERED = 1_000_000

/** Bins of every site that are not on the floor: where units arrive, and who owes what is nowhere. */
const DOCK = 'DOCK'
const UNPLACED = 'UNPLACED'

let places: Places = emptyPlaces()
function emptyPlaces(): Places {
  return { version: null, sites: new Map(), skus: new Map(), bins: new Map() }
}

const binName = (site: string, code: string) => `${site}\n${code}`
const skuName = ({ sku, gtin }: InventoryFact) => sku ?? `:${gtin}`

/** Forgets all ids: something that was known has changed, says the commit. */
export function forgetPlaces(): void {
  places = emptyPlaces()
}

/**
 * Looks up what facts name, in memory; what is not there is asked for in one round trip for all, so what is new is found
 * at once. What changed later makes the commit refuse `version` (SL002).
 * @param facts each with the sites that its sender may touch
 * @returns for each fact its place, or the reason why there is none, in words for the floor
 */
export async function resolveFacts(
  facts: { fact: InventoryFact; siteIds: Sites }[],
): Promise<{ version: string | null; resolved: (Place | { reason: string })[] }> {
  const allowed = facts.filter(({ fact, siteIds }) => siteIds === 'all' || siteIds.includes(fact.site))
  await learn(allowed.map(({ fact }) => fact))
  const { version } = places
  return {
    version,
    resolved: facts.map(({ fact, siteIds }) =>
      siteIds === 'all' || siteIds.includes(fact.site) ? find(fact) : { reason: noSite(fact.site) },
    ),
  }
}

const noSite = (site: string) => `there is no site ${site}, or not for this sender`

function find(fact: InventoryFact): Place | { reason: string } {
  const site = places.sites.get(fact.site)
  if (!site) return { reason: noSite(fact.site) }
  const sku = places.skus.get(skuName(fact))
  if (sku === undefined)
    return {
      reason: fact.sku === undefined ? `no product has the GTIN ${fact.gtin}` : `there is no SKU ${fact.sku}`,
    }
  const ids: (number | null)[] = []
  for (const code of [fact.bin, fact.toBin]) {
    if (code === UNPLACED) return { reason: `${UNPLACED} is what the book owes, not a bin` }
    const id = code === undefined ? null : places.bins.get(binName(fact.site, code))
    if (id === undefined) return { reason: `there is no bin ${code} at ${fact.site}` }
    ids.push(id)
  }
  return { sku, bin: ids[0] ?? null, toBin: ids[1] ?? null, ...site }
}

type Found = {
  version: string | null
  sites: string[]
  products: { sku: string; gtin: string }[]
  bins: { site: string; code: string; id: number }[]
}

async function learn(facts: InventoryFact[]): Promise<void> {
  const { sites, skus, bins } = places
  if (skus.size + bins.size > MOST_REMEMBERED) forgetPlaces()
  const newSites = new Set(facts.map(({ site }) => site).filter((site) => !sites.has(site)))
  const newProducts = new Map(
    facts.filter((fact) => !skus.has(skuName(fact))).map((fact) => [skuName(fact), fact]),
  )
  const newBins = new Map<string, { site: string; code: string }>()
  for (const { site, bin, toBin } of facts)
    for (const code of [bin, toBin])
      if (code !== undefined && !bins.has(binName(site, code)))
        newBins.set(binName(site, code), { site, code })
  if (newSites.size + newProducts.size + newBins.size === 0) return
  const [row] = await statement<{ found: Found }>('find-places', FIND, [
    [...newSites],
    [...newProducts.values()].flatMap(({ sku }) => sku ?? []),
    [...newProducts.values()].flatMap(({ sku, gtin }) => (sku === undefined ? (gtin ?? []) : [])),
    [...newBins.values()].map(({ site }) => site),
    [...newBins.values()].map(({ code }) => code),
  ])
  if (row) await remember(row.found, facts)
}

const FIND = `
SELECT json_build_object(
  'version', (SELECT xid::text FROM places_version),
  'sites', (SELECT coalesce(json_agg(id), '[]') FROM site WHERE id = ANY ($1::text[])),
  'products', (SELECT coalesce(json_agg(json_build_object('sku', sku, 'gtin', gtin)), '[]') FROM product
                WHERE sku = ANY ($2::text[]) OR gtin = ANY ($3::bpchar[])),
  'bins', (SELECT coalesce(json_agg(json_build_object('site', bin.site_id, 'code', bin.code, 'id', bin.id)), '[]')
             FROM unnest($4::text[], $5::text[]) AS wanted(site, code)
             JOIN bin ON bin.site_id = wanted.site AND bin.code = wanted.code)) AS found`

async function remember(found: Found, facts: InventoryFact[]): Promise<void> {
  const isFirst = places.sites.size + places.skus.size + places.bins.size === 0
  if (isFirst) places.version = found.version
  else if (places.version !== found.version) {
    forgetPlaces()
    return learn(facts)
  }
  const { sites, skus, bins } = places
  for (const { sku, gtin } of found.products) skus.set(sku, sku).set(`:${gtin}`, sku)
  for (const { site, code, id } of found.bins) bins.set(binName(site, code), id)
  for (const site of found.sites) {
    const ids = await ensureSiteBins(site)
    sites.set(site, ids)
    bins.set(binName(site, DOCK), ids.dock)
  }
}

// They stand in a zone and an aisle of their own, at bay 0, which no map draws. Two processes may do it at once.
const ENSURE = `
WITH made_zone AS (
  INSERT INTO zone (site_id, code, name, temperature_zone) VALUES ($1, '-', 'Not on the floor', 'ambient')
  ON CONFLICT (site_id, code) DO UPDATE SET name = excluded.name RETURNING id
), made_aisle AS (
  INSERT INTO aisle (site_id, zone_id, code, x_metres) SELECT $1, id, '-', 0 FROM made_zone
  ON CONFLICT (site_id, code) DO UPDATE SET x_metres = 0 RETURNING id
)
INSERT INTO bin (site_id, aisle_id, code, side, bay, level, x_metres, y_metres, volume_ml, max_weight_grams)
SELECT $1, made_aisle.id, code, '-', 0, 0, 0, 0, 2147483647, 2147483647 FROM made_aisle, unnest(ARRAY['${DOCK}', '${UNPLACED}']) AS code
ON CONFLICT (site_id, code) DO UPDATE SET bay = 0 RETURNING id, code`

async function ensureSiteBins(site: string): Promise<SiteBins> {
  const rows = await statement<{ id: number; code: string }>('ensure-site-bins', ENSURE, [site])
  const idOf = (wanted: string) => rows.find(({ code }) => code === wanted)?.id ?? 0
  return { dock: idOf(DOCK), spare: idOf(UNPLACED) }
}
