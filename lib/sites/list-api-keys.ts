import { db } from '@/lib/platform/db'
import type { ApiKey as Row } from '@/prisma/generated/client'
import { type ApiKey, apiKeySchema } from './key-schema'

/**
 * The keys that open these sites, what still works first, then by name.
 * @param withHouse those that open all sites too
 */
export async function listApiKeys(
  siteIds: readonly string[] | 'all',
  { withHouse }: { withHouse: boolean },
  now: Date,
): Promise<ApiKey[]> {
  const ofSites = siteIds === 'all' ? { siteId: { not: null } } : { siteId: { in: [...siteIds] } }
  const rows = await db.apiKey.findMany({
    where: { OR: [ofSites, ...(withHouse ? [{ siteId: null }] : [])] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const keys = rows.map((row) => asApiKey(row, now))
  return [
    ...keys.filter(({ state }) => state === 'active'),
    ...keys.filter(({ state }) => state !== 'active'),
  ]
}

/** One key; null when there is none. */
export async function findApiKey(id: string, now: Date): Promise<ApiKey | null> {
  const row = await db.apiKey.findUnique({ where: { id } })
  return row && asApiKey(row, now)
}

function asApiKey({ keyPrefix, siteId, ...row }: Row, now: Date): ApiKey {
  const text = (at: Date | null): string | null => at?.toISOString() ?? null
  const isExpired = row.expiresAt !== null && row.expiresAt <= now
  const overlaps = row.previousUntil !== null && row.previousUntil > now
  return apiKeySchema.parse({
    ...{ id: row.id, name: row.name, prefix: keyPrefix, scopes: row.scopes, site: siteId },
    state: row.revokedAt ? 'revoked' : isExpired ? 'expired' : 'active',
    createdAt: row.createdAt.toISOString(),
    ...{ expiresAt: text(row.expiresAt), revokedAt: text(row.revokedAt), lastUsedAt: text(row.lastUsedAt) },
    previousUntil: overlaps ? text(row.previousUntil) : null,
  })
}
