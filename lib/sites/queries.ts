import { createHash } from 'node:crypto'
import { db } from '@/lib/platform/db'

/** Whether this key still opens anything. */
export async function isKnownApiKey(key: string): Promise<boolean> {
  const keyHash = createHash('sha256').update(key).digest()
  return (await db.apiKey.count({ where: { keyHash, revokedAt: null } })) > 0
}

/** Whether there is a site of this name. */
export async function isKnownSite(id: string): Promise<boolean> {
  return (await db.site.count({ where: { id } })) > 0
}
