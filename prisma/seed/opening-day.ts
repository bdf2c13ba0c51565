import { db } from '@/lib/platform/db'
import type { Prisma } from '../generated/client'
import { aisleXMetres, binsOfAisle, HALL } from './lay-out-hall'
import { readProducts } from './read-products'
import { type HallBin, type Stowed, stowProducts } from './stow-products'

export const DEMO_SITE = 'GROCERY-1'
const SEED = 20_261_121
const DAY_MS = 86_400_000
const ROWS_AT_ONCE = 2_000

/**
 * The day the demo's store opens: its hall, 2,000 products, and their stock at random over the bins, each unit with
 * its event in the ledger. All of it or nothing; a store that is open stays as it is.
 */
export async function seedOpeningDay(say: (line: string) => void = () => {}): Promise<void> {
  if (await db.site.findUnique({ where: { id: DEMO_SITE } })) return
  say(`Opening the demo site ${DEMO_SITE} …`)
  const counts = await db.$transaction(openSite, { timeout: 120_000 })
  say(`  ${counts.products} products, ${counts.units} units in ${counts.bins} bins`)
}

async function openSite(
  tx: Prisma.TransactionClient,
): Promise<{ products: number; bins: number; units: number }> {
  const site = {
    id: DEMO_SITE,
    name: 'Main Street Grocery',
    timeZone: 'America/New_York',
    currency: 'USD',
    locale: 'en-US',
  }
  await tx.site.create({ data: site })
  const products = readProducts()
  await tx.product.createMany({
    data: products.map(({ linesSold: _, ...product }) => product),
    skipDuplicates: true,
  })
  const bins = await buildHall(tx)
  const stowed = stowProducts(products, bins, seededRandom(SEED))
  await putAway(tx, stowed)
  return {
    products: products.length,
    bins: bins.length,
    units: stowed.reduce((sum, line) => sum + line.onHand, 0),
  }
}

async function buildHall(tx: Prisma.TransactionClient): Promise<HallBin[]> {
  const bins: HallBin[] = []
  for (const { aisles, ...zone } of HALL) {
    const { id: zoneId } = await tx.zone.create({ data: { siteId: DEMO_SITE, ...zone } })
    const places = []
    for (const code of aisles) {
      const aisle = { siteId: DEMO_SITE, zoneId, code, xMetres: aisleXMetres(code) }
      const { id: aisleId } = await tx.aisle.create({ data: aisle })
      places.push(...binsOfAisle(code).map((bin) => ({ ...bin, siteId: DEMO_SITE, aisleId })))
    }
    const made = await tx.bin.createManyAndReturn({
      data: places,
      select: { id: true, volumeMl: true, maxWeightGrams: true },
    })
    bins.push(...made.map((bin) => ({ ...bin, temperatureZone: zone.temperatureZone })))
  }
  return bins
}

async function putAway(tx: Prisma.TransactionClient, stowed: Stowed[]): Promise<void> {
  const now = new Date()
  const expiry = (days: number | null) => (days === null ? null : new Date(now.getTime() + days * DAY_MS))
  for (let start = 0; start < stowed.length; start += ROWS_AT_ONCE) {
    const batch = stowed.slice(start, start + ROWS_AT_ONCE)
    const lines = batch.map(({ shelfDays, ...line }) => ({
      siteId: DEMO_SITE,
      ...line,
      expiresOn: expiry(shelfDays),
    }))
    await tx.stockLine.createMany({ data: lines })
    await tx.inventoryEvent.createMany({
      data: lines.map(({ onHand, ...line }, at) => ({
        ...line,
        source: `stowline/opening-day/${DEMO_SITE}`,
        eventId: String(start + at),
        type: 'stowline.inventory.stowed.v1',
        quantity: onHand,
        observedAt: now,
      })),
    })
  }
}

// mulberry32: the demo's hall is the same on every machine.
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
