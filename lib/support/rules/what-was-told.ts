import type { OrderSummary } from '@/lib/orders/schema'
import type { Told } from '../schema'

export type MailFact = {
  id: string
  kind: string
  toAddress: string
  subject: string
  state: 'sending' | 'sent' | 'refused'
  attempts: number
  lastError: string | null
  createdAt: Date
  sentAt: Date | null
}

/** What the customer was told and is still to be told, oldest first: the shop's own answer, then each mail. */
export function whatWasTold(order: OrderSummary, mails: readonly MailFact[]): Told[] {
  return [answered(order), ...unsent(order, mails), ...mails.map(toldByMail)]
}

function answered({ status, createdAt, placedAt }: OrderSummary): Told {
  const at = placedAt ?? createdAt
  const none = { mailId: null, kind: null, why: null }
  if (placedAt !== null) return { ...none, at, state: 'told', text: 'In the shop: the order is placed' }
  const text =
    status === 'confirming' ? 'the order is being confirmed' : `the order was not placed (${status})`
  return { ...none, at, state: 'told', text: `In the shop: ${text}` }
}

// A mail that no attempt has begun has no row yet: its step says why.
function unsent({ steps, placedAt }: OrderSummary, mails: readonly MailFact[]): Told[] {
  const step = steps.find(({ kind }) => kind === 'confirmation-email')
  const isKnown = mails.some(({ kind }) => kind === 'order-confirmation')
  if (placedAt === null || !step || step.state === 'done' || isKnown) return []
  const base = { mailId: null, kind: null, at: placedAt, why: step.lastError }
  return [{ ...base, state: 'owed', text: 'Confirmation e-mail: not sent yet' }]
}

function toldByMail({ id, kind, toAddress, subject, state, lastError, createdAt, sentAt }: MailFact): Told {
  const base = { mailId: id, kind, at: (sentAt ?? createdAt).toISOString() }
  if (state === 'sent') return { ...base, state: 'told', text: `Mail to ${toAddress}: ${subject}`, why: null }
  if (state === 'refused')
    return {
      ...base,
      state: 'refused',
      text: `Mail to ${toAddress} was refused: ${WORDS[kind] ?? subject}`,
      why: lastError,
    }
  return {
    ...base,
    state: 'owed',
    text: `Not sent yet to ${toAddress}: ${WORDS[kind] ?? subject}`,
    why: lastError,
  }
}

const WORDS: Record<string, string> = {
  'order-confirmation': 'confirmation e-mail',
  'order-delayed': 'mail about the delay',
  'order-short': 'mail about what is missing',
  'order-shipped': 'mail about a parcel',
  'order-refunded': 'mail about money back',
}
