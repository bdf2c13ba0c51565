import type { TimelineEntry } from '../schema'
import { amountWords } from './amount-words'

export type MovementFact = {
  id: string
  kind: 'authorise' | 'capture' | 'void' | 'refund'
  amountMinor: number
  currency: string
  state: 'owed' | 'done' | 'refused'
  reason: string | null
  askedBy: string | null
  lastError: string | null
  createdAt: Date
  doneAt: Date | null
}

const OWED = { authorise: 'Authorisation', capture: 'Charge', void: 'Release', refund: 'Refund' }
const DONE = { authorise: 'Reserved', capture: 'Charged', void: 'Let go', refund: 'Given back' }

/** Movements of an order's money after the authorisation, which the payment itself tells. */
export function moneyEntries(movements: readonly MovementFact[]): TimelineEntry[] {
  return movements.filter(({ kind }) => kind !== 'authorise').flatMap(tell)
}

function tell({
  id,
  kind,
  amountMinor,
  currency,
  state,
  reason,
  askedBy,
  lastError,
  createdAt,
  doneAt,
}: MovementFact) {
  const amount = amountWords(amountMinor, currency)
  const parcel = kind === 'capture' ? ` for parcel ${id.split('/').at(-1)}` : ''
  const asked = `${askedBy ? ` by ${askedBy}` : ''}${reason ? `: ${reason}` : ''}`
  const entry = (at: Date, text: string): TimelineEntry => ({ at: at.toISOString(), kind: 'payment', text })
  const owed = entry(createdAt, `${OWED[kind]} of ${amount}${parcel} owed${asked}`)
  if (doneAt === null) return [owed]
  if (state === 'refused')
    return [
      owed,
      entry(doneAt, `${OWED[kind]} of ${amount} refused by the provider: ${lastError ?? 'no reason given'}`),
    ]
  return [owed, entry(doneAt, `${DONE[kind]}: ${amount}${parcel}`)]
}
