import { z } from 'zod'

/** An item of `GET /api/audit`: who did, or was refused, what on which thing. */
export const auditEntrySchema = z.object({
  /** Its place in the chain. */
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.string(),
  /** Of the person or key; null when they are gone. */
  name: z.string().nullable(),
  action: z.string(),
  outcome: z.enum(['allowed', 'refused']),
  subject: z.string(),
  site: z.string().nullable(),
  requestId: z.string().nullable(),
  /** SHA-256 over the hash of the entry before and this one, in hexadecimal digits. */
  hash: z.string(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

export const auditListSchema = z.object({
  items: z.array(auditEntrySchema),
  nextCursor: z.string().nullable(),
})
export type AuditList = z.infer<typeof auditListSchema>

const moment = z.iso.datetime({ offset: true })

/** What the log is narrowed by. */
export const auditFilterSchema = z.object({
  site: z.string().min(1).max(64).optional(),
  /** `person:…` or `key:…`. */
  actor: z.string().max(100).optional(),
  action: z.string().max(100).optional(),
  outcome: z.enum(['allowed', 'refused']).optional(),
  /** Part of what the thing is called. */
  subject: z.string().max(200).optional(),
  from: moment.optional(),
  to: moment.optional(),
})
export type AuditFilter = z.infer<typeof auditFilterSchema>

/** The answer of `GET /api/audit/chain`. */
export const auditChainSchema = z.object({
  entries: z.number().int(),
  /** The last entry and its hash: kept elsewhere, they prove everything up to it. */
  head: z.object({ id: z.string(), hash: z.string() }),
  /** Up to here entries were cut off, when they were old enough. */
  cutAt: z.string().nullable(),
  checkedAt: z.iso.datetime().nullable(),
  /** The first entry that is not as it was written. */
  brokenAt: z.string().nullable(),
  /** Whether the entry asked for still has the hash that it is said to have. */
  isAsKept: z.boolean().optional(),
})
export type AuditChain = z.infer<typeof auditChainSchema>
