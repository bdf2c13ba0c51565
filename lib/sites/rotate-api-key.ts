import { db } from '@/lib/platform/db'
import { makeKey } from './make-key'

const HOUR_MS = 3_600_000

/**
 * Gives a key a new secret, returned this once. The one until now works on for `overlapHours`, and the one before that no
 * more. The key stays who it is: what it has sent under an idempotency key is not sent again by its new secret.
 */
export async function rotateApiKey(
  id: string,
  overlapHours: number,
  now: Date,
): Promise<{ outcome: 'rotated'; key: string } | { outcome: 'ended' }> {
  const { key, keyHash, keyPrefix } = makeKey()
  const previousUntil = new Date(now.getTime() + overlapHours * HOUR_MS)
  const standing = { id, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }
  const row = await db.apiKey.findFirst({ where: standing })
  if (!row) return { outcome: 'ended' }
  // By the hash that was read: of two rotations at once one is refused, so that nobody holds a secret that never was.
  const { count } = await db.apiKey.updateMany({
    where: { ...standing, keyHash: row.keyHash },
    data: { keyHash, keyPrefix, previousHash: row.keyHash, previousUntil },
  })
  return count === 0 ? { outcome: 'ended' } : { outcome: 'rotated', key }
}
