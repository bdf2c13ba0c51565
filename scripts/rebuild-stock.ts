/**
 * `npm run rebuild-stock` on the database of DATABASE_URL: replays the ledger from nothing into a table beside the live
 * one and compares. Prints every difference and ends with 1 if there is any; changes nothing.
 */
async function main(): Promise<number> {
  if (!process.env.DATABASE_URL) throw new Error('set DATABASE_URL to the database of the house')
  const { rebuildStock } = await import('@/lib/inventory/rebuild-stock')
  const { closeDatabase } = await import('@/lib/platform/db')
  const { events, entries, lines, differences } = await rebuildStock()
  await closeDatabase()
  for (const difference of differences) process.stdout.write(`${difference}\n`)
  const verdict = differences.length === 0 ? 'the same stock' : `${differences.length} differences`
  process.stdout.write(`${events} events, ${entries} ledger entries, ${lines} stock lines: ${verdict}\n`)
  return differences.length === 0 ? 0 : 1
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
