import { db } from '@/lib/platform/db'
import type { NewSite } from './site-schema'

/** Opens a site, empty, with who opened it as its first member. `known` when its id or its GLN is taken. */
export async function createSite(site: NewSite, userId: string): Promise<{ outcome: 'created' | 'known' }> {
  return db.$transaction(async (write) => {
    const { count } = await write.site.createMany({ data: site, skipDuplicates: true })
    if (count === 0) return { outcome: 'known' }
    await write.membership.create({ data: { userId, siteId: site.id } })
    return { outcome: 'created' }
  })
}
