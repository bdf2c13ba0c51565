import { pool } from '@/lib/platform/db'
import { phoneEnd } from './rules/phone-end'
import { type Clue, readClues } from './rules/read-clues'
import type { OrderFilter, StepStanding } from './schema'

type After = { createdAt: Date; number: string } | undefined

/**
 * Numbers of the newest orders that a query may mean, at most `filter.limit` + 1 of each meaning, newest first. Each
 * meaning is a statement of its own within one, so that it goes by its own index: measured with a million orders.
 */
export async function searchOrders(filter: OrderFilter & { query: string }, after: After): Promise<string[]> {
  const clues = readClues(filter.query)
  if (clues.length === 0) return []
  const values: unknown[] = [filter.siteIds === 'all' ? null : filter.siteIds]
  const value = (one: unknown): string => `$${values.push(one)}`
  const narrowed = [
    ...(filter.status ? [`o.status = ${value(filter.status)}::order_status`] : []),
    ...(filter.since ? [`o.created_at >= ${value(filter.since)}`] : []),
    ...(filter.placedSince ? [`o.placed_at >= ${value(filter.placedSince)}`] : []),
    ...(filter.until ? [`o.created_at < ${value(filter.until)}`] : []),
    ...(filter.step ? [owes(filter, value)] : []),
    ...(after ? [isAfter(after, value)] : []),
  ].join(' AND ')
  const limit = value(filter.limit + 1)
  const parts = clues.map(
    (clue) => `SELECT found.* FROM site CROSS JOIN LATERAL (
      SELECT o.number, o.created_at FROM orders o WHERE o.site_id = site.id AND ${fits(clue, value)}
         ${narrowed && `AND ${narrowed}`} ORDER BY o.created_at DESC, o.number LIMIT ${limit}) found
     WHERE $1::text[] IS NULL OR site.id = ANY ($1)`,
  )
  const text = `SELECT number FROM (${parts.join(' UNION ')}) found ORDER BY created_at DESC, number LIMIT ${limit}`
  // Not a prepared statement: which index is best depends on what was typed.
  const { rows } = await pool.query<{ number: string }>(text, values)
  return rows.map(({ number }) => number)
}

/** The same of archived orders, by clues that are theirs: of each site and month its own indexes. */
export async function searchArchivedOrders(
  filter: OrderFilter & { query: string },
  after: After,
): Promise<string[]> {
  const clues = readClues(filter.query)
  if (clues.length === 0) return []
  const values: unknown[] = []
  const value = (one: unknown): string => `$${values.push(one)}`
  const narrowed = [
    ...(filter.siteIds === 'all' ? [] : [`o.site_id = ANY (${value(filter.siteIds)})`]),
    ...(filter.status ? [`o.status = ${value(filter.status)}::order_status`] : []),
    ...(filter.since ? [`o.created_at >= ${value(filter.since)}`] : []),
    ...(filter.until ? [`o.created_at < ${value(filter.until)}`] : []),
    ...(after ? [isAfter(after, value)] : []),
  ]
  const limit = value(filter.limit + 1)
  const parts = clues.map(
    (clue) => `(SELECT o.number, o.created_at FROM archive.orders o
      WHERE ${[...narrowed, fits(clue, value)].join(' AND ')} ORDER BY o.created_at DESC, o.number LIMIT ${limit})`,
  )
  const text = `SELECT number FROM (${parts.join(' UNION ')}) found ORDER BY created_at DESC, number LIMIT ${limit}`
  const { rows } = await pool.query<{ number: string }>(text, values)
  return rows.map(({ number }) => number)
}

function fits(clue: Clue, value: (one: unknown) => string): string {
  switch (clue.kind) {
    case 'number':
      return `upper(o.number) LIKE ${value(`${escaped(clue.begins)}%`)}`
    case 'email':
      return `lower(o.customer_email) LIKE ${value(`${escaped(clue.begins)}%`)}`
    case 'phone':
      return `${phoneEnd('o.customer_phone')} LIKE ${value(`${clue.endsReversed}%`)}`
    case 'name':
      return clue.words.map((word) => hasWord(word, clue.words.length > 1, value)).join(' AND ')
  }
}

// Two letters make no trigram: alone they are the beginning of a word, which makes one; beside others they need none.
function hasWord(word: string, isOneOfSeveral: boolean, value: (one: unknown) => string): string {
  const part = escaped(word)
  if (word.length >= 3 || isOneOfSeveral) return `o.customer_name ILIKE ${value(`%${part}%`)}`
  return `(o.customer_name ILIKE ${value(`${part}%`)} OR o.customer_name ILIKE ${value(`% ${part}%`)})`
}

function isAfter({ createdAt, number }: NonNullable<After>, value: (one: unknown) => string): string {
  const at = value(createdAt)
  return `o.created_at <= ${at} AND (o.created_at < ${at} OR o.number > ${value(number)})`
}

function owes({ step, standing }: OrderFilter, value: (one: unknown) => string): string {
  const ofKind = `SELECT FROM order_step owed WHERE owed.order_number = o.number AND owed.kind = ${value(step)}`
  return `EXISTS (${ofKind} AND ${stands(standing, value)})`
}

function stands(standing: StepStanding | undefined, value: (one: unknown) => string): string {
  if (standing === undefined) return `owed.state <> 'done'`
  if (standing === 'done' || standing === 'failed') return `owed.state = '${standing}'`
  const isOpen = `owed.state NOT IN ('done', 'failed')`
  return `${isOpen} AND owed.due_at ${standing === 'late' ? '<' : '>='} ${value(new Date())}`
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
