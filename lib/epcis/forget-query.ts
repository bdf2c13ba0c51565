import { db } from '@/lib/platform/db'

/** Forgets a named query of a client. */
export async function forgetQuery(
  name: string,
  clientId: string,
): Promise<{ outcome: 'forgotten' | 'not-found' }> {
  const { count } = await db.epcisQuery.deleteMany({ where: { clientId, name } })
  return { outcome: count === 1 ? 'forgotten' : 'not-found' }
}
