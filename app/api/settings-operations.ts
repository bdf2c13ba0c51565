import { z } from 'zod'
import { hasRightCheckDigit } from '@/lib/catalog/rules/check-digit'
import { deferredKindSchema } from '@/lib/orders/schema'
import { auditChainSchema, auditEntrySchema, auditFilterSchema } from '@/lib/sites/audit-schema'
import {
  apiKeyListSchema,
  apiKeyRequestSchema,
  apiKeySchema,
  newApiKeySchema,
  rotateKeyRequestSchema,
} from '@/lib/sites/key-schema'
import { newSiteSchema, siteChangeSchema, siteEntrySchema, siteListSchema } from '@/lib/sites/site-schema'
import { listOf, type Operation, page } from './operation'
import { peopleOperations } from './people-operations'

const site = z.string().min(1).max(64)
// By people only: a key that made keys would outlive its own end.
const managing = { roles: ['manager'] } as const
const reading = { scope: 'read', roles: ['manager'] } as const

const noKey = { 404: { description: 'No such key' } }
export const listKeysOperation = {
  id: 'listKeys',
  method: 'GET',
  path: '/api/keys',
  summary: 'API keys, without their secrets',
  admits: managing,
  query: z.object({ site: site.optional() }),
  answers: { 200: { description: 'The keys', schema: apiKeyListSchema } },
} as const satisfies Operation

export const createKeyOperation = {
  id: 'createKey',
  method: 'POST',
  path: '/api/keys',
  summary:
    'Makes an API key, which is in this answer only; for all sites (`site: null`) by who belongs to all of them',
  admits: managing,
  body: apiKeyRequestSchema,
  answers: {
    201: { description: 'The key', schema: newApiKeySchema },
    404: { description: 'No such site' },
  },
} as const satisfies Operation

export const rotateKeyOperation = {
  id: 'rotateKey',
  method: 'POST',
  path: '/api/keys/{id}/rotate',
  summary: 'A new secret, in this answer only; the one until now works on for `overlapHours`',
  admits: managing,
  body: rotateKeyRequestSchema,
  answers: {
    200: { description: 'The key', schema: newApiKeySchema },
    ...noKey,
    409: { description: 'The key was revoked or has expired' },
  },
} as const satisfies Operation

export const revokeKeyOperation = {
  id: 'revokeKey',
  method: 'POST',
  path: '/api/keys/{id}/revoke',
  summary: 'Ends a key with all its secrets, for good, within 5 s',
  admits: managing,
  answers: { 200: { description: 'The key', schema: apiKeySchema }, ...noKey },
} as const satisfies Operation

const rightGln = (gln: string | null): boolean => gln === null || hasRightCheckDigit(gln)
const wrongGln = { path: ['gln'], message: 'the check digit does not fit' }
const knownSteps = (seconds: Record<string, number>): boolean =>
  Object.keys(seconds).every((kind) => deferredKindSchema.safeParse(kind).success)
const wrongStep = {
  path: ['stepDueSeconds'],
  message: `steps are ${deferredKindSchema.options.join(', ')}`,
}

export const listSitesOperation = {
  id: 'listSites',
  method: 'GET',
  path: '/api/sites',
  summary: 'The sites you belong to',
  admits: reading,
  answers: { 200: { description: 'The sites', schema: siteListSchema } },
} as const satisfies Operation

export const createSiteOperation = {
  id: 'createSite',
  method: 'POST',
  path: '/api/sites',
  summary: 'Opens a site, with you as its first person',
  admits: managing,
  body: newSiteSchema.refine(({ gln }) => rightGln(gln), wrongGln),
  answers: {
    201: { description: 'The site', schema: siteEntrySchema },
    409: { description: 'There is a site of that id or GLN' },
  },
} as const satisfies Operation

export const changeSiteOperation = {
  id: 'changeSite',
  method: 'PUT',
  path: '/api/sites/{site}',
  summary: 'Sets what a site is called, its clock, its language and when its work counts as late',
  admits: managing,
  body: siteChangeSchema
    .refine(({ gln }) => rightGln(gln), wrongGln)
    .refine(({ stepDueSeconds }) => knownSteps(stepDueSeconds), wrongStep),
  answers: {
    200: { description: 'The site', schema: siteEntrySchema },
    404: { description: 'No such site' },
    409: { description: 'Another site has that GLN' },
  },
} as const satisfies Operation

export const listAuditOperation = {
  id: 'listAudit',
  method: 'GET',
  path: '/api/audit',
  summary:
    'Who did, or was refused, what on which thing, newest first; each entry with its hash in the chain',
  admits: reading,
  query: z.object({ ...page, ...auditFilterSchema.shape }),
  answers: { 200: { description: 'A page of the log', schema: listOf(auditEntrySchema) } },
} as const satisfies Operation

export const showAuditChainOperation = {
  id: 'showAuditChain',
  method: 'GET',
  path: '/api/audit/chain',
  summary:
    'How the chain of the log stands. Keep `head` elsewhere: asked with its `entry` and `hash` later, `isAsKept` says whether the log up to there is the same',
  admits: reading,
  query: z
    .object({
      entry: z
        .string()
        .regex(/^\d{1,18}$/)
        .optional(),
      hash: z
        .string()
        .regex(/^[0-9a-f]{64}$/i)
        .optional(),
    })
    .refine(({ entry, hash }) => (entry === undefined) === (hash === undefined), 'give both, or none'),
  answers: { 200: { description: 'The chain', schema: auditChainSchema } },
} as const satisfies Operation

export const checkAuditOperation = {
  id: 'checkAudit',
  method: 'POST',
  path: '/api/audit/check',
  summary: 'Walks the whole log now, as every night',
  admits: managing,
  answers: { 200: { description: 'How the chain stands', schema: auditChainSchema } },
} as const satisfies Operation

export const settingsOperations: Operation[] = [
  ...peopleOperations,
  listKeysOperation,
  createKeyOperation,
  rotateKeyOperation,
  revokeKeyOperation,
  listSitesOperation,
  createSiteOperation,
  changeSiteOperation,
  listAuditOperation,
  showAuditChainOperation,
  checkAuditOperation,
]
