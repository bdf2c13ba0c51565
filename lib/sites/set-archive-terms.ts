import { db } from '@/lib/platform/db'
import type { ArchiveTerms } from './archive-schema'

/** Says how long a site keeps things. What is archived already stays there. */
export async function setArchiveTerms(siteId: string, terms: ArchiveTerms): Promise<void> {
  await db.archiveTerm.upsert({ where: { siteId }, create: { siteId, ...terms }, update: terms })
}
