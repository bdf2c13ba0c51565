import { statement } from '@/lib/platform/db'

/**
 * Counts demand anew, by site, SKU and local day, wherever something new was said since it was counted last; and of what is out
 * of stock, today and yesterday. Done twice it changes nothing.
 * @returns rows of demand that changed
 */
export async function foldDemand(now: Date): Promise<{ changed: number }> {
  const [row] = await statement<{ changed: number }>('fold-demand', 'SELECT fold_demand($1) AS changed', [
    now,
  ])
  return { changed: row?.changed ?? 0 }
}
