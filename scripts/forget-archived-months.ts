/**
 * `npm run forget-archived-months -- FOLDER` on the database of DATABASE_URL: what a site's terms say need not be kept any more is
 * written to Parquet files in FOLDER, checked there, and dropped. Run again it goes on where it was stopped. It is a chore and no job
 * of the night: somebody answers for dropping books, and puts the files where they want them.
 */
async function main(folder: string | undefined): Promise<void> {
  if (!folder) throw new Error('say in which folder the files go')
  if (!process.env.DATABASE_URL) throw new Error('set DATABASE_URL to the database of the house')
  const { closeDatabase, db } = await import('@/lib/platform/db')
  const { forgetLedgerMonth } = await import('@/lib/inventory/forget-ledger-month')
  const { forgetOrderMonth } = await import('@/lib/orders/forget-order-month')
  const { readArchiveTerms } = await import('@/lib/sites/read-archive-terms')
  const { firstNearMonth } = await import('@/lib/sites/rules/first-near-month')
  try {
    for (const { site, keepMonths } of await readArchiveTerms()) {
      const months = await db.archivedMonth.findMany({
        where: { siteId: site, droppedAt: null, month: { lt: firstNearMonth(keepMonths, new Date()) } },
        orderBy: { month: 'asc' },
      })
      for (const { kind, month: day } of months) {
        const month = day.toISOString().slice(0, 10)
        // Its events go with its entries.
        if (kind === 'ledger_entry') say(...(await forgetLedgerMonth(site, month, folder)))
        if (kind === 'orders') say(await forgetOrderMonth(site, month, folder))
      }
    }
  } finally {
    await closeDatabase()
  }
}

const say = (...files: string[]) => process.stdout.write(`written and dropped: ${files.join(', ')}\n`)

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
