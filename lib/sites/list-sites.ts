import { db } from '@/lib/platform/db'
import { type SiteEntry, siteEntrySchema } from './site-schema'

/** Sites with what is set of them, by id. */
export async function listSites(siteIds: readonly string[] | 'all'): Promise<SiteEntry[]> {
  const rows = await db.site.findMany({
    where: siteIds === 'all' ? {} : { id: { in: [...siteIds] } },
    include: { _count: { select: { memberships: true, bins: true } } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ glnPrefixDigits: _, createdAt, _count: { memberships, bins }, ...site }) =>
    siteEntrySchema.parse({ ...site, createdAt: createdAt.toISOString(), people: memberships, bins }),
  )
}

/** Whether these are all sites of the house. */
export async function areAllSites(siteIds: readonly string[] | 'all'): Promise<boolean> {
  return siteIds === 'all' || (await db.site.count({ where: { id: { notIn: [...siteIds] } } })) === 0
}
