import { z } from 'zod'
import { db } from '@/lib/platform/db'
import type { StockImport as ImportRow } from '@/prisma/generated/client'
import { type StockImport, stockImportSchema } from './schema'

/** A site's imports, newest first: their ids tell the order they came in. */
export async function readImports(
  siteId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: StockImport[]; nextCursor: string | null }> {
  const after = z.uuid().safeParse(page.cursor).data
  const rows = await db.stockImport.findMany({
    where: { siteId, ...(after === undefined ? {} : { id: { lt: after } }) },
    orderBy: { id: 'desc' },
    take: page.limit + 1,
    omit: { content: true },
  })
  const items = rows.slice(0, page.limit).map(importOf)
  return { items, nextCursor: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null }
}

/** One import; null when there is none. */
export async function findImport(id: string): Promise<StockImport | null> {
  const row = await db.stockImport.findUnique({ where: { id }, omit: { content: true } })
  return row && importOf(row)
}

const importOf = ({ siteId, startedAt, finishedAt, ...row }: Omit<ImportRow, 'content'>): StockImport =>
  stockImportSchema.parse({
    ...row,
    site: siteId,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  })
