import { createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server'

/** What the log is narrowed by, as the page's own address says it. */
export const auditSearch = {
  actor: parseAsString,
  action: parseAsString,
  outcome: parseAsStringLiteral(['allowed', 'refused'] as const),
  subject: parseAsString,
  from: parseAsString,
  to: parseAsString,
  cursor: parseAsString,
}
export type AuditSearch = inferParserType<typeof auditSearch>

const apiQuery = createSerializer({ ...auditSearch, site: parseAsString })

export const auditPath = (site: string, search: AuditSearch): string =>
  apiQuery('/api/audit', { site, ...search })

export const AUDIT_CHAIN_PATH = '/api/audit/chain'
