import { db } from '@/lib/platform/db'
import type { SiteChange } from './site-schema'

/** Changes what a site is called, where it is on the clock and when its work counts as late. `known` when its GLN is taken. */
export async function changeSite(
  id: string,
  change: SiteChange,
): Promise<{ outcome: 'changed' | 'known' | 'unknown' }> {
  const { gln } = change
  if (gln !== null && (await db.site.count({ where: { gln, id: { not: id } } })) > 0)
    return { outcome: 'known' }
  const { count } = await db.site.updateMany({ where: { id }, data: change })
  return { outcome: count === 0 ? 'unknown' : 'changed' }
}
