import { db } from '@/lib/platform/db'
import type { NamedQuery } from './schema'

/** Keeps a query under its name, which is its client's own. The same name again changes nothing. */
export async function nameQuery(
  { name, query }: NamedQuery,
  clientId: string,
  now: Date,
): Promise<{ outcome: 'named' | 'known' }> {
  const { count } = await db.epcisQuery.createMany({
    data: { clientId, name, query, createdAt: now },
    skipDuplicates: true,
  })
  return { outcome: count === 1 ? 'named' : 'known' }
}
