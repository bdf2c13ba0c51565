import type { PoolClient } from 'pg'
import { phoneEnd } from '@/lib/orders/rules/phone-end'
import { listPersonPlaces, type PersonPlace } from './list-person-places'
import type { PersonOrder } from './privacy-schema'
import { keptUntil, USUAL_RETENTION } from './rules/retention'
import { type Needles, patternOf, TOMBSTONE, usable } from './rules/tombstone'

/** Somebody as their orders know them. */
export type Person = {
  orders: PersonOrder[]
  /** What tells who they are in rows of their orders. */
  near: Needles
  /** What tells it anywhere. Nothing, where the same address has orders that the asker may not know of. */
  far: Needles
  /** Those of which the asker may know; null: all. */
  sites: string[] | null
  places: PersonPlace[]
}

/** Which orders: of an address, or these. `siteIds` are those that the asker may know of. */
export type Wanted = { siteIds: string[] | 'all' } & ({ email: string } | { numbers: string[] })

type Row = {
  number: string
  site_id: string
  status: string
  placed_at: Date | null
  created_at: Date
  closed_at: Date | null
  total_minor: number
  currency: string
  record_years: number | null
  open: string | null
  /** Name, telephone, street, and what somebody wrote as a reason: nobody knows what that says. */
  words: (string | null)[]
  mails: string[]
}

const OPEN = `CASE
  WHEN o.status IN ('confirming', 'placed', 'picking', 'packed') THEN 'it is not over: ' || o.status
  WHEN EXISTS (SELECT 1 FROM order_step s WHERE s.order_number = o.number AND s.state <> 'done'
    AND o.status IN ('shipped', 'returned')) THEN 'a step of it is still owed'
  WHEN EXISTS (SELECT 1 FROM payment_movement m WHERE m.order_number = o.number AND m.state = 'owed')
    THEN 'money of it is still to move'
  WHEN EXISTS (SELECT 1 FROM mail m WHERE m.order_number = o.number AND m.state = 'sending')
    THEN 'a mail about it is still owed'
  WHEN EXISTS (SELECT 1 FROM order_return r WHERE r.order_number = o.number AND r.is_owed)
    THEN 'goods of it are on their way back'
END`

/** Of orders in the archive, the same: of those nothing is open. */
const ARCHIVED = `
  SELECT o.number, o.site_id, o.status, (document#>>'{order,placed_at}')::timestamptz AS placed_at, o.created_at,
         (document#>>'{order,closed_at}')::timestamptz AS closed_at, o.total_minor, document#>>'{order,currency}' AS currency,
         r.record_years, NULL AS open,
         ARRAY[o.customer_name, o.customer_phone, document#>>'{order,ship_to,line1}', document#>>'{order,ship_to,line2}',
               document#>>'{order,cancel_reason}']
           || ARRAY(SELECT reason FROM payment_movement WHERE order_number = o.number AND asked_by IS NOT NULL)
           || ARRAY(SELECT back->>'reason' FROM jsonb_array_elements(nullif(document->'returns', 'null')) back) AS words,
         o.customer_email || ARRAY(SELECT to_address FROM mail WHERE order_number = o.number) AS mails
    FROM archive.orders o LEFT JOIN retention_rule r ON r.site_id = o.site_id
   WHERE ($1::text[] IS NULL OR o.site_id = ANY ($1)) AND `

/** Finds a person's orders, locked until the transaction ends, and all that tells who they are. */
export async function findPerson(client: PoolClient, wanted: Wanted): Promise<Person> {
  const sites = wanted.siteIds === 'all' ? null : wanted.siteIds
  const which = 'email' in wanted ? 'lower(o.customer_email) = lower($2)' : 'o.number = ANY($2)'
  const value = 'email' in wanted ? wanted.email : wanted.numbers
  const { rows } = await client.query<Row>(
    `SELECT o.number, o.site_id, o.status, o.placed_at, o.created_at, o.closed_at, o.total_minor, o.currency,
            r.record_years, ${OPEN} AS open,
            ARRAY[o.customer_name, o.customer_phone, o.ship_to->>'line1', o.ship_to->>'line2', o.cancel_reason]
              || ARRAY(SELECT reason FROM payment_movement WHERE order_number = o.number AND asked_by IS NOT NULL)
              || ARRAY(SELECT reason FROM order_return WHERE order_number = o.number) AS words,
            o.customer_email || ARRAY(SELECT to_address FROM mail WHERE order_number = o.number) AS mails
     FROM orders o LEFT JOIN retention_rule r ON r.site_id = o.site_id
     WHERE ${which} AND ($1::text[] IS NULL OR o.site_id = ANY($1)) ORDER BY o.created_at, o.number FOR UPDATE OF o`,
    [sites, value],
  )
  const archived = await client.query<Row>(
    `${ARCHIVED} ${which} ORDER BY o.created_at, o.number FOR UPDATE OF o`,
    [sites, value],
  )
  rows.unshift(...archived.rows)
  const { mails, far } = await whereTo(client, wanted, sites, rows)
  const words = rows.flatMap((row) => row.words.flatMap((word) => (word && word !== TOMBSTONE ? [word] : [])))
  return {
    orders: rows.map(orderOf),
    near: usable({ mails: [...mails, ...rows.flatMap((row) => row.mails)], words }),
    far: usable(far),
    sites,
    places: await listPersonPlaces(client),
  }
}

// Beyond their own orders only what is nobody else's is looked for: an address and a telephone number, never a name.
async function whereTo(client: PoolClient, wanted: Wanted, sites: string[] | null, rows: Row[]) {
  const nothing = { mails: [], words: [] }
  if (!('email' in wanted)) return { mails: [], far: nothing }
  const { email } = wanted
  const elsewhere = await client.query(
    `SELECT 1 FROM orders WHERE lower(customer_email) = lower($1) AND NOT (site_id = ANY($2))
     UNION ALL SELECT 1 FROM archive.orders WHERE lower(customer_email) = lower($1) AND NOT (site_id = ANY($2)) LIMIT 1`,
    [email, sites ?? []],
  )
  const isElsewhere = sites !== null && elsewhere.rowCount !== 0
  const phones = await ownPhones(client, email, rows)
  return { mails: [email], far: isElsewhere ? nothing : { mails: [email], words: phones } }
}

const othersWith = (table: string): string =>
  `SELECT FROM ${table} o WHERE ${phoneEnd('o.customer_phone')} = ${phoneEnd('phone')} AND lower(o.customer_email) <> lower($2)`

// A household may have one: what another customer's orders have too is not only theirs.
async function ownPhones(client: PoolClient, email: string, orders: Row[]): Promise<string[]> {
  const given = orders.flatMap(({ words: [, phone] }) => (phone ? [phone] : []))
  const { rows } = await client.query<{ phone: string }>(
    `SELECT phone FROM unnest($1::text[]) phone WHERE length(${phoneEnd('phone')}) >= 6
        AND NOT EXISTS (${othersWith('orders')}) AND NOT EXISTS (${othersWith('archive.orders')})`,
    [[...new Set(given)], email],
  )
  return rows.map(({ phone }) => phone)
}

const orderOf = (row: Row): PersonOrder => ({
  orderNumber: row.number,
  site: row.site_id,
  status: row.status,
  placedAt: row.placed_at?.toISOString() ?? null,
  total: { amount: row.total_minor, currency: row.currency },
  openBecause: row.open,
  keptUntil: keptUntil(row.closed_at ?? row.created_at, row.record_years ?? USUAL_RETENTION.recordYears),
})

/** A condition on the rows of a place that say something of a person, with its values; null where there can be none. */
export function whereIn(place: PersonPlace, person: Person): { text: string; values: unknown[] } | null {
  const { orders, near, far } = person
  const values: unknown[] = []
  const given = (value: unknown): string => `$${values.push(value)}`
  const matches = (pattern: string): string => {
    const at = given(pattern)
    return `(${place.columns.map(({ name }) => `"${name}"::text ~* ${at}`).join(' OR ')})`
  }
  const numbers = orders.map(({ orderNumber }) => orderNumber)
  const nearBy = place.link === null ? null : patternOf([...near.mails, ...near.words])
  const anywhere = patternOf([...far.mails, ...far.words])
  const parts: string[] = []
  if (nearBy !== null) parts.push(`"${place.link}" = ANY(${given(numbers)}) AND ${matches(nearBy)}`)
  if (anywhere !== null) {
    const within = withinSites(place, person.sites, numbers, { given, matches })
    if (within !== null) parts.push(`${matches(anywhere)} AND ${within}`)
  }
  return parts.length === 0 ? null : { text: parts.join(' OR '), values }
}

type Writing = { given: (value: unknown) => string; matches: (pattern: string) => string }

/** Of rows that are within the asker's sites: by their own word, else by an order that is known to be; null where there can be none. */
function withinSites(
  { hasSite, link }: PersonPlace,
  sites: string[] | null,
  numbers: string[],
  { given, matches }: Writing,
): string | null {
  if (sites === null) return 'true'
  if (hasSite) return `site_id = ANY(${given(sites)})`
  if (link !== null) return `"${link}" = ANY(${given(numbers)})`
  const named = patternOf(numbers)
  return named === null ? null : matches(named)
}
