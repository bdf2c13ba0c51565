import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'

const optionsSchema = z.object({ from: z.string().min(1), as: z.string().min(1).max(64).optional() })

/**
 * `npm run import-site -- --from FILE [--as NEW-ID]` on the database of DATABASE_URL: a site that `export-site` wrote, all of
 * it or nothing. People and keys are made anew there.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: 'string' }, as: { type: 'string' } } })
  const parsed = optionsSchema.safeParse(values)
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('; '),
    )
  if (!process.env.DATABASE_URL) throw new Error('set DATABASE_URL to the database of the house')
  const { importSite } = await import('@/lib/sites/import-site')
  const { closeDatabase } = await import('@/lib/platform/db')
  const { from, as } = parsed.data
  try {
    const lines = createInterface({ input: createReadStream(from).pipe(createGunzip()) })
    const done = await importSite(lines, as, new Date())
    if (done.outcome === 'refused') throw new Error(`Nothing was brought in: ${done.because}`)
    const words =
      done.outcome === 'imported' ? `is here, with ${done.rows} rows` : 'is here already; nothing changed'
    process.stdout.write(`${done.site} ${words}\n`)
  } finally {
    await closeDatabase()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
