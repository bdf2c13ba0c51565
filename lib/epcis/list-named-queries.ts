import { db } from '@/lib/platform/db'
import { type NamedQuery, namedQuerySchema } from './schema'

/** A client's named queries by name, after one of them. */
export async function listNamedQueries(
  clientId: string,
  { after, limit }: { after: string; limit: number },
): Promise<NamedQuery[]> {
  const rows = await db.epcisQuery.findMany({
    where: { clientId, name: { gt: after } },
    orderBy: { name: 'asc' },
    take: limit,
  })
  return rows.map(({ name, query }) => namedQuerySchema.parse({ name, query }))
}

/** A client's query of this name; null when there is none. */
export async function findNamedQuery(name: string, clientId: string): Promise<NamedQuery | null> {
  const row = await db.epcisQuery.findUnique({ where: { clientId_name: { clientId, name } } })
  return row && namedQuerySchema.parse({ name, query: row.query })
}
