import { createHash, randomBytes } from 'node:crypto'
import { db } from '@/lib/platform/db'
import type { Scope } from './schema'

/**
 * Makes an API key. 256 random bits need no slow hash: SHA-256 is what is stored, the key is returned this once.
 * @param siteId null opens every site
 */
export async function createApiKey(wish: {
  name: string
  scopes: Scope[]
  siteId: string | null
}): Promise<{ key: string }> {
  const key = `slk_${randomBytes(32).toString('base64url')}`
  const keyHash = createHash('sha256').update(key).digest()
  await db.apiKey.create({ data: { ...wish, keyHash, keyPrefix: key.slice(0, 8) } })
  return { key }
}
