import { db } from '@/lib/platform/db'

/** How long a key's first answer is kept: the contract's 24 h. */
const KEPT_MS = 24 * 60 * 60 * 1000

/** Forgets idempotency keys older than 24 h whose request has been answered. */
export async function forgetOldKeys(now: Date): Promise<{ forgotten: number }> {
  const { count } = await db.idempotencyKey.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - KEPT_MS) }, status: { not: null } },
  })
  return { forgotten: count }
}
