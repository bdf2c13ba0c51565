import type { PoolClient } from 'pg'
import { inTransaction } from '@/lib/platform/in-transaction'
import { findPerson, type Person, type Wanted, whereIn } from './find-person'
import type { PersonPlace } from './list-person-places'
import type { Erasure, PersonOrder } from './privacy-schema'
import { bury, MAIL_TOMBSTONE, type Needles, TOMBSTONE } from './rules/tombstone'

export type ErasureOutcome = ({ outcome: 'erased' } & Erasure) | { outcome: 'open'; orders: PersonOrder[] }

/**
 * Erases a customer from their orders and from everything that was written about them: name, addresses of mail and of
 * houses, telephone, the notes of support, the mails as they were received. Amounts, lines, dates and numbers stay, as the
 * books need them (GDPR art. 17 (3) (b)). All or nothing, and nothing where an order is not over. Erased again, it finds
 * nobody and changes nothing.
 */
export async function erasePerson(wanted: Wanted & { askedBy: string; now: Date }): Promise<ErasureOutcome> {
  return inTransaction(async (client) => {
    const person = await findPerson(client, wanted)
    const open = person.orders.filter(({ openBecause }) => openBecause !== null)
    if (open.length > 0) return { outcome: 'open', orders: open }
    const rows: Record<string, number> = {}
    const count = (table: string, changed: number): void => {
      if (changed > 0) rows[table] = Math.max(rows[table] ?? 0, changed)
    }
    for (const [table, changed] of await eraseKnown(client, person, wanted)) count(table, changed)
    for (const place of person.places) count(place.table, await eraseIn(client, place, person))
    if (Object.keys(rows).length === 0) return { outcome: 'erased', id: null, orders: 0, rows }
    const numbers = person.orders.map(({ orderNumber }) => orderNumber)
    const kept = await client.query<{ id: string }>(
      'INSERT INTO erasure (id, at, asked_by, orders, rows) VALUES (gen_random_uuid(), $1, $2, $3, $4) RETURNING id',
      [wanted.now, wanted.askedBy, numbers, JSON.stringify(rows)],
    )
    return { outcome: 'erased', id: kept.rows[0]?.id ?? null, orders: numbers.length, rows }
  })
}

const BURIED_ADDRESS = { line1: TOMBSTONE, city: TOMBSTONE, postalCode: TOMBSTONE }

/** What is a person's whatever it says: replaced or deleted whole. The country stays, because value added tax hangs on it. */
async function eraseKnown(client: PoolClient, person: Person, wanted: Wanted): Promise<[string, number][]> {
  const numbers = person.orders.map(({ orderNumber }) => orderNumber)
  const change = async (text: string, values: unknown[]): Promise<number> =>
    (await client.query(text, values)).rowCount ?? 0
  return [
    ['archive.orders', await eraseArchived(client, numbers)],
    [
      'orders',
      await change(
        `UPDATE orders SET customer_name = $2, customer_email = $3, customer_phone = NULL, payment_token = NULL,
           ship_to = jsonb_build_object('country', ship_to->'country') || $4::jsonb,
           cancel_reason = CASE WHEN cancel_reason IS NOT NULL THEN $2 END, version = version + 1
         WHERE number = ANY($1)`,
        [numbers, TOMBSTONE, MAIL_TOMBSTONE, JSON.stringify(BURIED_ADDRESS)],
      ),
    ],
    [
      'pick_list',
      await change('UPDATE pick_list SET customer_name = $2 WHERE order_number = ANY($1)', [
        numbers,
        TOMBSTONE,
      ]),
    ],
    [
      'mail',
      await change('UPDATE mail SET to_address = $2 WHERE order_number = ANY($1)', [numbers, MAIL_TOMBSTONE]),
    ],
    [
      'order_note',
      await change('UPDATE order_note SET text = $2 WHERE order_number = ANY($1)', [numbers, TOMBSTONE]),
    ],
    [
      'received_mail',
      await change(
        'DELETE FROM received_mail WHERE order_number = ANY($1) OR lower(to_address) = lower($2)',
        [numbers, 'email' in wanted ? wanted.email : ''],
      ),
    ],
  ]
}

/** The same of orders in the archive: their rows lie in one document each. */
async function eraseArchived(client: PoolClient, numbers: string[]): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE archive.orders o SET customer_name = $2, customer_email = $3, customer_phone = NULL,
       document = jsonb_set(document, '{order}', document->'order' || jsonb_build_object('customer_name', $2::text,
         'customer_email', $3::text, 'customer_phone', NULL, 'payment_token', NULL,
         'cancel_reason', CASE WHEN document#>>'{order,cancel_reason}' IS NOT NULL THEN $2::text END,
         'ship_to', jsonb_build_object('country', document#>'{order,ship_to,country}') || $4::jsonb))
      FROM archived_order known
     WHERE known.number = ANY ($1) AND (o.number, o.site_id, o.created_at) = (known.number, known.site_id, known.created_at)
       AND o.customer_email <> $3`,
    [numbers, TOMBSTONE, MAIL_TOMBSTONE, JSON.stringify(BURIED_ADDRESS)],
  )
  return rowCount ?? 0
}

/** Puts tombstones into the rows of one table that still name the person, whatever table it is. */
async function eraseIn(client: PoolClient, place: PersonPlace, person: Person): Promise<number> {
  const where = whereIn(place, person)
  if (where === null) return 0
  const { rows } = await client.query<Record<string, unknown>>(
    `SELECT tableoid AS "its table", ctid AS "its place", ${place.columns.map(({ name }) => `"${name}"`).join(', ')}
     FROM ${place.table} WHERE ${where.text} FOR UPDATE`,
    where.values,
  )
  const needles: Needles = {
    mails: [...person.near.mails, ...person.far.mails],
    words: [...person.near.words, ...person.far.words],
  }
  const set = place.columns.map(({ name }, at) => `"${name}" = $${at + 3}`).join(', ')
  for (const row of rows) {
    const values = place.columns.map(({ name, type }) => {
      const buried = bury(row[name], needles)
      return type === 'json' && buried !== null ? JSON.stringify(buried) : buried
    })
    await client.query(`UPDATE ${place.table} SET ${set} WHERE tableoid = $1 AND ctid = $2`, [
      row['its table'],
      row['its place'],
      ...values,
    ])
  }
  return rows.length
}
