import { z } from 'zod'
import { scopeSchema } from './schema'

const DAY_MS = 86_400_000
/** A week: long enough to change over every till of a site. */
const LONGEST_OVERLAP_HOURS = 168

/** An item of `GET /api/keys`: all of a key but the key itself. */
export const apiKeySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** How it begins, to be told from others. */
  prefix: z.string(),
  scopes: z.array(scopeSchema),
  /** null opens every site. */
  site: z.string().nullable(),
  state: z.enum(['active', 'expired', 'revoked']),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
  /** Until when the secret before the last rotation works beside this one. */
  previousUntil: z.iso.datetime().nullable(),
  /** To the minute; null is never. */
  lastUsedAt: z.iso.datetime().nullable(),
})
export type ApiKey = z.infer<typeof apiKeySchema>

export const apiKeyListSchema = z.object({ items: z.array(apiKeySchema), nextCursor: z.null() })
export type ApiKeyList = z.infer<typeof apiKeyListSchema>

/** A key with its secret, which is in this answer and in no other. */
export const newApiKeySchema = apiKeySchema.extend({ key: z.string() })

/** The body of `POST /api/keys`. */
export const apiKeyRequestSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(scopeSchema).min(1).max(scopeSchema.options.length),
  site: z.string().min(1).max(64).nullable(),
  /** Left out, it works until it is revoked. */
  expiresInDays: z.number().int().min(1).max(3_650).optional(),
})

/** The body of `POST /api/keys/{id}/rotate`: how long the secret until now works beside the new one. */
export const rotateKeyRequestSchema = z.strictObject({
  overlapHours: z.number().int().min(0).max(LONGEST_OVERLAP_HOURS).default(24),
})

export const expiryOf = (now: Date, days: number | undefined): Date | null =>
  days === undefined ? null : new Date(now.getTime() + days * DAY_MS)
