import { rmSync } from 'node:fs'
import pg from 'pg'
import type { Rebuilt } from '@/lib/inventory/rebuild-stock'
import { applyMigrations } from '@/lib/platform/apply-migrations'
import { openPostgres } from '@/lib/platform/embedded-postgres'
import { makeDataFolder } from '@/lib/platform/make-data-folder'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const silent = (): void => {}
const MOST_SHOWN = 1_000

/**
 * `npm run rebuild-stock` on the database of DATABASE_URL, which may be at work: proves its stock from the ledger, and
 * once more by telling its events anew to a Postgres of this chore's own. Prints every difference and ends with 1 if there
 * is any; changes nothing.
 */
async function main(): Promise<number> {
  if (!process.env.DATABASE_URL) throw new Error('set DATABASE_URL to the database of the house')
  const { rebuildStock } = await import('@/lib/inventory/rebuild-stock')
  const { closeDatabase } = await import('@/lib/platform/db')
  try {
    return report(await withScratch(rebuildStock))
  } finally {
    await closeDatabase()
  }
}

async function withScratch<Result>(work: (scratch: pg.Client) => Promise<Result>): Promise<Result> {
  const dataFolder = makeDataFolder('rebuild')
  const postgres = await openPostgres({ dataFolder, log: silent, durable: false })
  try {
    await applyMigrations(postgres.url, 'prisma/migrations', silent)
    const scratch = new pg.Client({ connectionString: postgres.url })
    await scratch.connect()
    const result = await work(scratch)
    await scratch.end()
    return result
  } finally {
    await postgres.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

function report({ events, entries, lines, differences, derived }: Rebuilt): number {
  const { skus, undecided } = derived
  const all = [...differences, ...derived.differences]
  for (const difference of all.slice(0, MOST_SHOWN)) say(difference)
  const verdict = (found: string[]) => (found.length === 0 ? 'the same stock' : `${found.length} differences`)
  say(`The ledger: ${events} events, ${entries} entries, ${lines} stock lines: ${verdict(differences)}`)
  say(
    `The events told anew: ${skus.bins} SKUs by bin and lot, ${skus.sum} by their sum, because some of their units were taken ` +
      `from any bin or lot: ${verdict(derived.differences)}`,
  )
  if (skus.open > 0)
    say(
      `${skus.open} SKUs were taken from any bin or lot and counted as well: what a count changed depends on where units were ` +
        `taken before it, which the ledger knows and a replay does not. ${skus.open - undecided.length} come to the same sum.`,
    )
  return all.length === 0 ? 0 : 1
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
