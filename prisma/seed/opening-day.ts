import type { PoolClient } from 'pg'
import { pool } from '@/lib/platform/db'
import { sayWhile } from '@/lib/platform/say-while'
import { seededRandom } from '@/simulate/random'
import { insertRows } from './insert-rows'
import { aisleXMetres, binsOfAisle, HALL } from './lay-out-hall'
import { readProducts } from './read-products'
import { type HallBin, type Stowed, stowProducts } from './stow-products'

export const DEMO_SITE = 'GROCERY-1'
const SEED = 20_261_121
const DAY_MS = 86_400_000

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
  const bins = await buildHall(client)
  const stowed = stowProducts(products, bins, seededRandom(SEED))
  await putAway(client, stowed, now)
  const units = stowed.reduce((sum, line) => sum + line.onHand, 0)
  return `${products.length} products, ${units} units in ${bins.length} bins`
}

async function buildHall(client: PoolClient): Promise<HallBin[]> {
  const bins: HallBin[] = []
  for (const { aisles, ...zone } of HALL) {
    const [made] = await insertRows<{ id: number }>(
      client,
      'zone',
      [{ siteId: DEMO_SITE, ...zone }],
      'RETURNING id',
    )
    const lanes = aisles.map((code) => ({
      siteId: DEMO_SITE,
      zoneId: made?.id,
      code,
      xMetres: aisleXMetres(code),
    }))
    const laid = await insertRows<{ id: number; code: string }>(client, 'aisle', lanes, 'RETURNING id, code')
    const places = laid.flatMap(({ id, code }) =>
      binsOfAisle(code).map((bin) => ({ siteId: DEMO_SITE, aisleId: id, ...bin })),
    )
    const shelved = await insertRows<Omit<HallBin, 'temperatureZone'>>(
      client,
      'bin',
      places,
      'RETURNING id, code, volume_ml AS "volumeMl", max_weight_grams AS "maxWeightGrams"',
    )
    bins.push(...shelved.map((bin) => ({ ...bin, temperatureZone: zone.temperatureZone })))
  }
  return bins
}

async function putAway(client: PoolClient, stowed: Stowed[], now: Date): Promise<void> {
  const expiry = (days: number | null) =>
    days === null ? null : new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10)
  const lines = stowed.map(({ sku, binId, onHand, shelfDays }) => {
    return { siteId: DEMO_SITE, sku, binId, lot: '', expiresOn: expiry(shelfDays), onHand, held: 0 }
  })
  await insertRows(client, 'stock_line', lines)
  const told = await insertRows<{ id: string }>(
    client,
    'inventory_event',
    lines.map(({ siteId, sku, onHand, expiresOn }, at) => {
      const bin = stowed[at]?.bin
      const data = { site: siteId, sku, quantity: onHand, bin, expiresOn, observedAt: now.toISOString() }
      return {
        siteId,
        sku,
        source: 'stowline/opening-day',
        eventId: `${DEMO_SITE}/${at + 1}`,
        type: 'stowline.inventory.received.v1',
        data: Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null)),
        observedAt: now,
        recordedAt: now,
      }
    }),
    'RETURNING id',
  )
  const entries = lines.map(({ onHand, held: _, ...line }, at) => ({
    ...line,
    eventRow: told[at]?.id,
    quantity: onHand,
    observedAt: now,
  }))
  await insertRows(client, 'ledger_entry', entries)
}
