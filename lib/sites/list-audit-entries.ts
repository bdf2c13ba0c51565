import { db, statement } from '@/lib/platform/db'
import {
  type AuditChain,
  type AuditFilter,
  type AuditList,
  auditChainSchema,
  auditEntrySchema,
} from './audit-schema'

// What names no site is for those who share one with who did it.
const LIST = `
SELECT entry.id::text AS id, entry.at, entry.actor, coalesce(person.name, api_key.name) AS name, entry.action,
       entry.outcome, entry.subject, entry.site_id AS site, entry.request_id AS "requestId",
       encode(entry.hash, 'hex') AS hash
  FROM audit_entry entry
  LEFT JOIN person ON entry.actor = 'person:' || person.id
  LEFT JOIN api_key ON entry.actor = 'key:' || api_key.id
 WHERE ($1::text[] IS NULL OR entry.site_id = ANY ($1) OR (entry.site_id IS NULL AND (
         api_key.site_id = ANY ($1)
         OR EXISTS (SELECT FROM membership WHERE user_id = person.id AND site_id = ANY ($1)))))
   AND ($2::bigint IS NULL OR entry.id < $2) AND ($3::text IS NULL OR entry.actor = $3)
   AND ($4::text IS NULL OR entry.action = $4) AND ($5::text IS NULL OR entry.outcome = $5)
   AND ($6::text IS NULL OR strpos(lower(entry.subject), lower($6)) > 0)
   AND ($7::timestamptz IS NULL OR entry.at >= $7) AND ($8::timestamptz IS NULL OR entry.at < $8)
 ORDER BY entry.id DESC LIMIT $9`

type Row = { at: Date }

/** A page of the audit log as far as it concerns these sites, newest first. */
export async function listAuditEntries(
  siteIds: readonly string[] | 'all',
  filter: Omit<AuditFilter, 'site'> & { cursor?: string; limit: number },
): Promise<AuditList> {
  const { cursor, limit, actor, action, outcome, subject, from, to } = filter
  const sites = siteIds === 'all' ? null : siteIds
  const before = /^\d{1,18}$/.test(cursor ?? '') ? cursor : null
  const values = [sites, before, actor, action, outcome, subject, from, to, limit + 1]
  const rows = await statement<Row>(
    'list-audit-entries',
    LIST,
    values.map((value) => value ?? null),
  )
  const items = rows
    .slice(0, limit)
    .map((row) => auditEntrySchema.parse({ ...row, at: row.at.toISOString() }))
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/**
 * How the chain of the audit log stands.
 * @param kept an entry and its hash as somebody kept them elsewhere
 */
export async function readAuditChain(kept?: { entry: string; hash: string }): Promise<AuditChain> {
  const [chain, entry] = await Promise.all([
    db.auditChain.findFirst(),
    kept && db.auditEntry.findUnique({ where: { id: BigInt(kept.entry) }, select: { hash: true } }),
  ])
  const { headId, cutAtId } = chain ?? { headId: 0n, cutAtId: 0n }
  return auditChainSchema.parse({
    entries: Number(headId - cutAtId),
    head: { id: String(headId), hash: hexOf(chain?.headHash) },
    cutAt: cutAtId === 0n ? null : String(cutAtId),
    checkedAt: chain?.checkedAt?.toISOString() ?? null,
    brokenAt: chain?.brokenAtId?.toString() ?? null,
    ...(kept && { isAsKept: hexOf(entry?.hash) === kept.hash.toLowerCase() }),
  })
}

const hexOf = (hash: Uint8Array | undefined): string => Buffer.from(hash ?? []).toString('hex')
