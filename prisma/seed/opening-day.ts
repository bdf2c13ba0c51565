import type { PoolClient } from 'pg'
import { findLayout } from '@/lib/floor/queries'
import { compareLayouts } from '@/lib/floor/rules/compare-layouts'
import { generateLayout } from '@/lib/floor/rules/generate-layout'
import { writeLayout } from '@/lib/floor/write-layout'
import { pool } from '@/lib/platform/db'
import { sayWhile } from '@/lib/platform/say-while'
import { seededRandom } from '@/simulate/random'
import { DEMO_HALL } from './demo-hall'
import { seedSuppliers } from './demo-suppliers'
import { insertRows } from './insert-rows'
import { putAway } from './put-away'
import { readProducts } from './read-products'
import { type HallBin, stowProducts } from './stow-products'
import { writeYearOfDemand } from './year-of-demand'

export const DEMO_SITE = 'GROCERY-1'
const SEED = 20_261_121

/**
 * The day the demo's store opens: its hall, 2,000 products, and their stock at random over the bins, each unit with
 * its event in the ledger. All of it or nothing; a store that is open stays as it is.
 */
export async function seedOpeningDay(say: (line: string) => void = () => {}): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const opened = await sayWhile(say, `Opening the demo site ${DEMO_SITE}`, () =>
      openSite(client, new Date()),
    )
    await client.query('COMMIT')
    if (opened) say(`Opened the demo site ${DEMO_SITE}: ${opened}`)
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

/** What was opened, in words; nothing when the site is there. A second process that starts waits at the first row. */
async function openSite(client: PoolClient, now: Date): Promise<string | undefined> {
  const site = {
    id: DEMO_SITE,
    name: 'Riverbend Fulfilment Centre',
    // Of GS1's range for examples.
    gln: '9521321000018',
    timeZone: 'America/New_York',
    currency: 'USD',
    locale: 'en-US',
    stepDueSeconds: {},
    createdAt: now,
  }
  const mine = await insertRows(client, 'site', [site], 'ON CONFLICT (id) DO NOTHING RETURNING id')
  if (mine.length === 0) return undefined
  const products = readProducts()
  const catalogue = products.map(({ linesSold: _, ...product }) => product)
  await insertRows(client, 'product', catalogue, 'ON CONFLICT (sku) DO NOTHING')
  await seedSuppliers(client, DEMO_SITE, products)
  const bins = await buildHall(client)
  const stowed = stowProducts(products, bins, seededRandom(SEED))
  await putAway(client, stowed, { site: DEMO_SITE, source: 'stowline/opening-day', named: DEMO_SITE, now })
  const { timeZone } = site
  await writeYearOfDemand(client, { site: DEMO_SITE, timeZone, products, now, seed: SEED })
  const units = stowed.reduce((sum, line) => sum + line.onHand, 0)
  return `${products.length} products, ${units} units in ${bins.length} bins`
}

async function buildHall(client: PoolClient): Promise<HallBin[]> {
  const next = generateLayout(DEMO_HALL)
  const { layout: nothing } = await findLayout(DEMO_SITE, client)
  await writeLayout(client, DEMO_SITE, {
    change: compareLayouts(nothing, next),
    next,
    by: 'stowline/opening-day',
  })
  await client.query('UPDATE floor_plan SET version = 1 WHERE site_id = $1', [DEMO_SITE])
  const { rows } = await client.query<HallBin>(
    `SELECT bin.id, bin.code, volume_ml AS "volumeMl", max_weight_grams AS "maxWeightGrams", temperature_zone AS "temperatureZone"
       FROM bin JOIN aisle ON aisle.id = aisle_id JOIN zone ON zone.id = zone_id WHERE bin.site_id = $1 ORDER BY bin.id`,
    [DEMO_SITE],
  )
  return rows
}
