import { db } from '@/lib/platform/db'
import { type ArchiveTerms, archiveTermsSchema } from './archive-schema'

/** How long each site keeps things; where nobody said, as the law of books has it. */
export async function readArchiveTerms(): Promise<(ArchiveTerms & { site: string })[]> {
  const [sites, said] = await Promise.all([
    db.site.findMany({ select: { id: true }, orderBy: { id: 'asc' } }),
    db.archiveTerm.findMany(),
  ])
  return sites.map(({ id }) => ({
    ...archiveTermsSchema.parse(said.find(({ siteId }) => siteId === id) ?? {}),
    site: id,
  }))
}
