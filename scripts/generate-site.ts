import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { generateLayout } from '@/lib/floor/rules/generate-layout'
import { sizeHall } from '@/lib/floor/rules/size-hall'
import { fillBins } from '@/prisma/seed/fill-bins'
import { putAway } from '@/prisma/seed/put-away'
import { readProducts } from '@/prisma/seed/read-products'
import type { HallBin } from '@/prisma/seed/stow-products'
import { seededRandom } from '@/simulate/random'

const ANNOUNCED_MS = 200

const optionsSchema = z.object({
  site: z.string().min(1).max(64),
  bins: z.coerce.number().int().min(1_000).max(200_000),
  fill: z.coerce.number().min(0).max(1).default(0),
  'lines-a-bin': z.coerce.number().int().min(1).max(20).default(1),
  seed: z.coerce.number().int().default(1),
})
type Options = z.infer<typeof optionsSchema>

/**
 * `npm run generate-site -- --site BIG-1 --bins 50000 [--fill 0.7] [--lines-a-bin 2] [--seed 1]` on the database of
 * DATABASE_URL: a site that is not there yet, a hall of so many bins, and random stock in this part of them, of the
 * products there are (of the demo's, where there are none). Run again, it changes nothing; with a higher `--fill` it adds.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      site: { type: 'string' },
      bins: { type: 'string' },
      fill: { type: 'string' },
      'lines-a-bin': { type: 'string' },
      seed: { type: 'string' },
    },
  })
  const parsed = optionsSchema.safeParse(values)
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('; '),
    )
  if (!process.env.DATABASE_URL) throw new Error('set DATABASE_URL to the database of the house')
  const { db, closeDatabase } = await import('@/lib/platform/db')
  const { site: id } = parsed.data
  const site = { id, name: id, timeZone: 'UTC', currency: 'USD', locale: 'en-US' }
  await db.site.upsert({ where: { id }, create: site, update: {} })
  await layOut(parsed.data)
  if (parsed.data.fill > 0) await fill(parsed.data)
  // What was announced is sent behind a pause in which more of it is gathered.
  await pause(ANNOUNCED_MS)
  await closeDatabase()
}

async function layOut({ site, bins }: Options): Promise<void> {
  const { applyLayout } = await import('@/lib/floor/apply-layout')
  const hall = generateLayout(sizeHall(bins))
  const layout = { ...hall, bins: hall.bins.slice(0, bins) }
  const content = Buffer.from(JSON.stringify(layout))
  const who = { expectedVersion: null, by: 'stowline/generate-site' }
  const startedMs = performance.now()
  const applied = await applyLayout(site, { content, type: 'application/json' }, who)
  if (applied.outcome !== 'applied')
    throw new Error(`the hall was not laid out: ${JSON.stringify(applied).slice(0, 500)}`)
  const { added, changed, removed, same } = applied.bins
  const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1)
  process.stdout.write(
    `${site}: ${layout.aisles.length} aisles, version ${applied.version}; bins: ${added} added, ${changed} changed, ${removed} removed, ${same} as they were; ${seconds} s\n`,
  )
}

async function fill({ site, fill: part, 'lines-a-bin': linesABin, seed }: Options): Promise<void> {
  const { db, pool } = await import('@/lib/platform/db')
  if ((await db.product.count()) === 0)
    await db.product.createMany({ data: readProducts().map(({ linesSold: _, ...product }) => product) })
  const products = await db.product.findMany()
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query<HallBin & { isEmpty: boolean }>(BINS, [site])
    const random = seededRandom(seed)
    const wanted = Math.round(rows.length * part) - rows.filter(({ isEmpty }) => !isEmpty).length
    const empty = rows.filter(({ isEmpty }) => isEmpty).map((bin) => ({ bin, at: random() }))
    const chosen = empty.sort((one, other) => one.at - other.at).slice(0, Math.max(0, wanted))
    const stowed = fillBins(
      products,
      chosen.map(({ bin }) => bin),
      linesABin,
      random,
    )
    const about = { site, source: 'stowline/generate-site', named: randomUUID(), now: new Date() }
    await putAway(client, stowed, about)
    await client.query('COMMIT')
    process.stdout.write(`${site}: ${stowed.length} stock lines in ${Math.max(0, wanted)} more bins\n`)
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

const BINS = `
SELECT bin.id, bin.code, volume_ml AS "volumeMl", max_weight_grams AS "maxWeightGrams", temperature_zone AS "temperatureZone",
       NOT EXISTS (SELECT 1 FROM stock_line WHERE bin_id = bin.id) AS "isEmpty"
  FROM bin JOIN aisle ON aisle.id = aisle_id JOIN zone ON zone.id = zone_id
 WHERE bin.site_id = $1 AND bay > 0 AND state = 'open' ORDER BY bin.id`

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
