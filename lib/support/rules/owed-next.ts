import { isFinal } from '@/lib/orders/rules/order-transitions'
import type { OrderSummary } from '@/lib/orders/schema'
import type { Owed } from '../schema'
import { amountWords } from './amount-words'
import type { MailFact } from './what-was-told'

export type OwedMovement = {
  kind: string
  amountMinor: number
  currency: string
  dueAt: Date
  lastError: string | null
}
type Due = { steps: OrderSummary; mails: readonly MailFact[]; movements: readonly OwedMovement[] }
type Way = {
  toPick: number
  pickBy: Date | null
  waiting: readonly { parcel: string; carrier: string; promisedAt: string | null }[]
}

const STEPS: Record<string, string> = {
  'confirmation-email': 'Confirmation e-mail',
  'warehouse-notification': 'Notice to the warehouse',
  recommendations: 'Recommendations',
}
const MOVES: Record<string, string> = { capture: 'Charge', void: 'Let go of', refund: 'Give back' }

/** What is still owed for an order and until when, the most urgent first. */
export function owedNext({ steps, mails, movements }: Due, { toPick, pickBy, waiting }: Way): Owed[] {
  const { status } = steps
  const ended = isFinal(status)
  const owed: Owed[] = [
    ...steps.steps
      .filter((step) => step.mode === 'deferred' && step.state !== 'done' && steps.placedAt !== null)
      .map((step) => ({ what: STEPS[step.kind] ?? step.kind, dueAt: step.dueAt, why: step.lastError })),
    ...mails
      .filter(({ state, kind }) => state === 'sending' && kind !== 'order-confirmation')
      .map(({ kind, lastError }) => ({
        what: `Mail: ${kind.replaceAll('-', ' ')}`,
        dueAt: null,
        why: lastError,
      })),
    ...movements.map(({ kind, amountMinor, currency, dueAt, lastError }) => ({
      what: `${MOVES[kind] ?? kind} ${amountWords(amountMinor, currency)}`,
      dueAt: dueAt.toISOString(),
      why: lastError,
    })),
    ...(toPick > 0 && pickBy !== null && !ended
      ? [
          {
            what: `Pick ${toPick === 1 ? '1 unit' : `${toPick} units`}`,
            dueAt: pickBy.toISOString(),
            why: null,
          },
        ]
      : []),
    ...(ended
      ? []
      : waiting.map(({ parcel, carrier, promisedAt }) => ({
          what: `Hand parcel ${parcel} to ${carrier}`,
          dueAt: promisedAt,
          why: null,
        }))),
  ]
  return owed.sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'))
}
