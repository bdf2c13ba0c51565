import { db } from '@/lib/platform/db'

/** Ends a key with all its secrets, for good. A process that knows it works with it for 5 s more at most. */
export async function revokeApiKey(id: string, now: Date): Promise<{ outcome: 'revoked' | 'was-revoked' }> {
  const { count } = await db.apiKey.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: now, previousHash: null, previousUntil: null },
  })
  return { outcome: count === 0 ? 'was-revoked' : 'revoked' }
}
