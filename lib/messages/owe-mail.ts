import { statement } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { mailOwed } from './events'
import { mailId } from './rules/mail-id'
import type { MailFacts, MailKind } from './schema'

export type OwingMail = {
  orderNumber: string
  site: string
  kind: MailKind
  /** What makes it one of its kind; the same occasion again owes nothing. */
  occasion: string
  facts?: MailFacts
  toAddress: string
}

/** Owes a mail to a customer, and says so in the same commit: the night shift sends it. Owed again, nothing changes. */
export async function oweMail(
  mail: OwingMail,
  now: Date,
): Promise<{ outcome: 'owed' | 'owed-before'; id: string }> {
  const { orderNumber, site, kind, occasion, facts, toAddress } = mail
  const id = mailId(kind, orderNumber, occasion)
  const data = { mailId: id, orderNumber, site }
  const rows = await statement(
    'owe-mail',
    `WITH owed AS (
       INSERT INTO mail (id, order_number, kind, facts, to_address, subject, state, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'sending', $7) ON CONFLICT (id) DO NOTHING RETURNING id)
     INSERT INTO outbox_event (event_id, name, site_id, subject, data, traceparent, occurred_at)
     SELECT 'mail.owed:' || id, $8, $9, $2, $10, (SELECT traceparent FROM orders WHERE number = $2), $7 FROM owed ON CONFLICT (event_id) DO NOTHING RETURNING event_id`,
    [
      ...[id, orderNumber, kind, JSON.stringify(facts ?? {}), toAddress, `Order ${orderNumber}`, now],
      ...[mailOwed, site, JSON.stringify(data)],
    ],
  )
  if (rows.length === 0) return { outcome: 'owed-before', id }
  wakeNightShift()
  return { outcome: 'owed', id }
}
