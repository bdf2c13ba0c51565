import { statement } from '@/lib/platform/db'
import { writePartition } from '@/lib/platform/write-partition'

/** Writes a month of a site's archived orders to a file and drops it, when the file holds it. */
export async function forgetOrderMonth(site: string, month: string, folder: string): Promise<string> {
  const file = await writePartition({ kind: 'orders', month, site }, folder)
  await statement('forget-order-month', 'SELECT forget_order_month($1, $2)', [site, month])
  return file
}
