import type { z } from 'zod'
import { db } from '@/lib/platform/db'
import { archiveSchema, archiveTermsSchema } from './archive-schema'

/** How long a site keeps things, and what of it lies in the archive. */
export async function findArchive(siteId: string): Promise<z.infer<typeof archiveSchema>> {
  const [terms, months] = await Promise.all([
    db.archiveTerm.findUnique({ where: { siteId } }),
    db.archivedMonth.findMany({ where: { siteId }, orderBy: [{ month: 'desc' }, { kind: 'asc' }] }),
  ])
  return archiveSchema.parse({
    terms: archiveTermsSchema.parse(terms ?? {}),
    months: months.map(({ kind, month, rows, droppedAt }) => ({
      ...{ kind, month: month.toISOString().slice(0, 10), rows: Number(rows) },
      droppedAt: droppedAt?.toISOString() ?? null,
    })),
  })
}
