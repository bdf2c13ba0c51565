import { z } from 'zod'
import { pool } from '@/lib/platform/db'
import { readPlace } from '@/lib/platform/read-place'
import type { DecisionFilter, DecisionList, ListedDecision } from './figures-schema'
import { ASSIGNED, EXCEPTIONS, LISTED, MIS_SORT } from './queries'
import { normaliseLabel } from './rules/normalise-label'

const PLACE = z.tuple([z.iso.datetime(), z.uuid()])

type Page = DecisionFilter & { site: string; limit: number; cursor?: string | undefined }

const EQUAL = {
  sorter: 'decision.sorter',
  scanner: 'decision.scanner',
  lane: `(${ASSIGNED})`,
  action: 'decision.action',
  because: 'decision.because',
  barcode: 'decision.barcode',
} as const

/** Decisions of a site, newest first, a page at a time; one query. A barcode may be given however it was scanned. */
export async function listDecisions({ site, limit, cursor, ...filter }: Page): Promise<DecisionList> {
  const values: unknown[] = [site]
  const bind = (value: unknown) => `$${values.push(value)}`
  const wanted = ['decision.site_id = $1']
  const asked = { ...filter, ...(filter.barcode ? { barcode: normaliseLabel(filter.barcode) } : {}) }
  for (const [name, column] of Object.entries(EQUAL)) {
    const value = asked[name as keyof typeof EQUAL]
    if (value !== undefined) wanted.push(`${column} = ${bind(value)}`)
  }
  const { outcome, misSort, from, to } = filter
  if (outcome === 'unconfirmed') wanted.push('decision.outcome IS NULL')
  else if (outcome) wanted.push(`decision.outcome = ${bind(outcome)}::divert_outcome`)
  if (misSort !== undefined) wanted.push(`${MIS_SORT} = ${bind(misSort)}`)
  if (from) wanted.push(`decision.decided_at >= ${bind(from)}`)
  if (to) wanted.push(`decision.decided_at < ${bind(to)}`)
  const [decidedBefore, idBefore] = readPlace(cursor, PLACE) ?? []
  if (decidedBefore && idBefore)
    wanted.push(
      `(decision.decided_at, decision.id) < (${bind(decidedBefore)}::timestamptz, ${bind(idBefore)}::uuid)`,
    )
  const { rows } = await pool.query<{ item: ListedDecision }>(
    `WITH ${EXCEPTIONS}
     SELECT ${LISTED} AS item FROM divert_decision decision LEFT JOIN exception USING (sorter)
      WHERE ${wanted.join(' AND ')} ORDER BY decision.decided_at DESC, decision.id DESC LIMIT ${bind(limit + 1)}`,
    values,
  )
  const items = rows.slice(0, limit).map(({ item }) => item)
  const last = items.at(-1)
  const isMore = rows.length > limit && last !== undefined
  return { items, nextCursor: isMore ? writeCursor(last) : null }
}

const writeCursor = ({ decidedAt, decisionId }: ListedDecision): string =>
  Buffer.from(`${decidedAt} ${decisionId}`).toString('base64url')
