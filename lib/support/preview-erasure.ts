import { inTransaction } from '@/lib/platform/in-transaction'
import { findPerson, type Wanted, whereIn } from './find-person'
import type { ErasurePreview } from './privacy-schema'

const ERASED = [
  'name, e-mail, telephone and street on orders, pick lists and mails',
  'the notes of support and the reason of a cancellation, whatever they say',
  'mails as the built-in mailbox received them, with their attachments',
  'the address and the telephone number wherever else they stand: events, runs, dead letters',
]

/** What an erasure would change and what it would keep, and until when and why; changes nothing. */
export async function previewErasure(wanted: Wanted): Promise<ErasurePreview> {
  return inTransaction(async (client) => {
    const person = await findPerson(client, wanted)
    const rows: Record<string, number> = {}
    for (const place of person.places) {
      const where = whereIn(place, person)
      if (where === null) continue
      const text = `SELECT count(*)::int AS n FROM ${place.table} WHERE ${where.text}`
      const found = (await client.query<{ n: number }>(text, where.values)).rows[0]?.n ?? 0
      if (found > 0) rows[place.table] = found
    }
    const last =
      person.orders
        .map((order) => order.keptUntil)
        .sort()
        .at(-1) ?? null
    const kept = [
      {
        what: 'order numbers, dates, lines, prices, payments and the country of delivery',
        until: last,
        because: 'they are vouchers of the books: § 147 AO, § 257 HGB; art. 17 (3) (b) GDPR',
      },
      {
        what: 'who of the staff did what',
        until: null,
        because: 'the audit log names orders, not customers',
      },
    ]
    return { orders: person.orders, rows, erased: ERASED, kept: person.orders.length > 0 ? kept : [] }
  })
}
