import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { createGzip } from 'node:zlib'
import { z } from 'zod'

const optionsSchema = z.object({ site: z.string().min(1), to: z.string().min(1) })

/**
 * `npm run export-site -- --site GROCERY-1 --to FILE` on the database of DATABASE_URL: all rows of a site as NDJSON, packed
 * with gzip; without people, keys and other secrets. Customers are in it: keep it as you keep the database.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { site: { type: 'string' }, to: { type: 'string' } } })
  const parsed = optionsSchema.safeParse(values)
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('; '),
    )
  if (!process.env.DATABASE_URL) throw new Error('set DATABASE_URL to the database of the house')
  const { exportSite } = await import('@/lib/sites/export-site')
  const { closeDatabase } = await import('@/lib/platform/db')
  const { site, to } = parsed.data
  try {
    const lines = Readable.from(exportSite(site, new Date()))
    await pipeline(lines, createGzip(), createWriteStream(to, { mode: 0o600 }))
    process.stdout.write(`${site} is in ${to}\n`)
  } finally {
    await closeDatabase()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
