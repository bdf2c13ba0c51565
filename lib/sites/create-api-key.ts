import { db } from '@/lib/platform/db'
import { makeKey } from './make-key'
import type { Scope } from './schema'

/**
 * Makes an API key; the key is returned this once.
 * @param wish.siteId null opens every site
 */
export async function createApiKey(wish: {
  name: string
  scopes: Scope[]
  siteId: string | null
  expiresAt?: Date | null
}): Promise<{ id: string; key: string }> {
  const { key, ...stored } = makeKey()
  const { id } = await db.apiKey.create({ data: { ...wish, ...stored } })
  return { id, key }
}
