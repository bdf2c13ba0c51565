import { inTransaction } from '@/lib/platform/in-transaction'
import { findPerson, type Wanted, whereIn } from './find-person'
import type { PersonData } from './privacy-schema'

/** The rows that belong to an order of theirs, even where they name nobody. */
const THEIRS = new Set(['order_line', 'payment', 'payment_movement', 'shipment', 'order_return', 'mail'])

/**
 * All that is known of a customer (GDPR art. 15), as rows by table: whatever names them, and what belongs to their orders.
 * Who of the staff wrote what is left out (art. 15 (4)).
 */
export async function readPerson(wanted: Wanted & { email: string; now: Date }): Promise<PersonData> {
  return inTransaction(async (client) => {
    const person = await findPerson(client, wanted)
    const numbers = person.orders.map(({ orderNumber }) => orderNumber)
    const tables: PersonData['tables'] = {}
    const read = async (table: string, where: string, values: unknown[]): Promise<void> => {
      const { rows } = await client.query<{ row: Record<string, unknown> }>(
        `SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${where}`,
        values,
      )
      if (rows.length > 0) tables[table] = rows.map(({ row }) => withoutStaff(row))
    }
    for (const place of person.places) {
      const where = whereIn(place, person)
      if (where !== null && !THEIRS.has(place.table)) await read(place.table, where.text, where.values)
    }
    for (const table of THEIRS) await read(table, 'order_number = ANY($1)', [numbers])
    return { email: wanted.email, saidAt: wanted.now.toISOString(), tables }
  })
}

const withoutStaff = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !/(_by|_token|token|secret)$/.test(column)))
