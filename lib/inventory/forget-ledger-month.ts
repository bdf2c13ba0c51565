import { statement } from '@/lib/platform/db'
import { writePartition } from '@/lib/platform/write-partition'

/**
 * Writes a month of a site's archived ledger to files and drops it, when the files hold it. What its units came to stays brought
 * forward. Dies it before, nothing is dropped, and called again it writes the same files.
 */
export async function forgetLedgerMonth(site: string, month: string, folder: string): Promise<string[]> {
  const files = [
    await writePartition({ kind: 'inventory_event', month, site }, folder),
    await writePartition({ kind: 'ledger_entry', month, site }, folder),
  ]
  await statement('forget-ledger-month', 'SELECT forget_ledger_month($1, $2)', [site, month])
  return files
}
