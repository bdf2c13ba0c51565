import { z } from 'zod'

/** What is to be charged. The order number is the provider's idempotency key: one order, one charge. */
export type ChargeRequest = { orderNumber: string; amountMinor: number; currency: string; token: string }

/** What the provider says of a charge; `unknown` means that it may or may not have happened. */
export type ChargeOutcome =
  | { outcome: 'authorised'; provider: string; reference: string }
  | { outcome: 'declined'; reason: string }
  | { outcome: 'unknown'; detail: string }

/** What we ask of a card provider about the charge of an order. */
export type ProviderCall =
  | { ask: 'authorise'; charge: ChargeRequest }
  | { ask: 'look-up' | 'void'; orderNumber: string }

/** What a provider answers, about the charge of one order. */
export type ProviderAnswer =
  | Exclude<ChargeOutcome, { outcome: 'unknown' }>
  | { outcome: 'voided' }
  | { outcome: 'not-found' }

/** A card provider: answers within the time, in milliseconds, or throws what it did instead. */
export type CallProvider = (call: ProviderCall, timeoutMs: number) => Promise<ProviderAnswer>

export const movementKindSchema = z.enum(['authorise', 'capture', 'void', 'refund'])
export type MovementKind = z.infer<typeof movementKindSchema>

/**
 * A movement that an order owes. The id is the operation, and the provider's idempotency key: `<order>/void`,
 * `<order>/capture/<shipment>`, `<order>/refund/<operation>`. A void releases all that is still reserved.
 */
export type OwedMovement = {
  id: string
  orderNumber: string
  site: string
  reason?: string
  /** Who wants it, as the audit log names them. */
  askedBy?: string
  traceparent?: string | null
} & ({ kind: 'capture' | 'refund'; amountMinor: number } | { kind: 'void' })

/** A movement as it stands: owed since `createdAt` and asked (again) at `dueAt`, or closed at `doneAt`. */
export type Movement = {
  id: string
  orderNumber: string
  kind: MovementKind
  amountMinor: number
  currency: string
  state: 'owed' | 'done' | 'refused'
  provider: string
  reference: string | null
  reason: string | null
  askedBy: string | null
  attempts: number
  dueAt: Date
  /** What the provider did instead of answering, or why it refused. */
  lastError: string | null
  createdAt: Date
  doneAt: Date | null
}

/** An owed movement as it is asked of the provider. */
export type MovementRequest = {
  id: string
  orderNumber: string
  kind: 'capture' | 'void' | 'refund'
  amountMinor: number
  currency: string
  /** The provider's name for the order's charge. */
  authorisation: string
}

/** What the provider says of a movement; refused is for good. What it did not say is thrown. */
export type MovementOutcome = { outcome: 'done'; reference: string } | { outcome: 'refused'; reason: string }

/** Money that moved, by the provider's books, under the id that it has in ours. */
export type ListedMovement = {
  id: string
  orderNumber: string
  kind: MovementKind
  amountMinor: number
  currency: string
  reference: string
  at: Date
}

/** What a signed webhook was about; null where it concerns no order of ours. */
export type Heard = { outcome: 'heard'; orderNumber: string | null } | { outcome: 'unsigned' }

/** A card provider. `move` and `list` throw what happened instead of an answer, as `call` does. */
export type Provider = {
  name: string
  call: CallProvider
  move: (request: MovementRequest, timeoutMs: number) => Promise<MovementOutcome>
  /** What moved since then, and perhaps some from before. */
  list: (since: Date) => Promise<ListedMovement[]>
  readWebhook: (text: string, headers: Headers) => Heard
}

const differenceSchema = z.object({
  /** The movement's id in our books; a provider's own act gets one like ours. */
  id: z.string(),
  orderNumber: z.string(),
  kind: movementKindSchema,
  difference: z.enum(['missing-here', 'missing-there', 'amounts-differ', 'state-differs']),
  oursMinor: z.int().nullable(),
  theirsMinor: z.int().nullable(),
  currency: z.string(),
  ourState: z.enum(['owed', 'done', 'refused']).nullable(),
})
/** One movement that our books and the provider's do not agree about; amounts in minor units. */
export type Difference = z.infer<typeof differenceSchema>

/** A movement that differed, and whether our books were mended. */
export const foundDifferenceSchema = differenceSchema.extend({ repaired: z.boolean() })
export type FoundDifference = z.infer<typeof foundDifferenceSchema>

export const reconciliationSchema = z.object({
  id: z.string(),
  provider: z.string(),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  state: z.enum(['running', 'done', 'failed']),
  askedBy: z.string(),
  /** Movements of ours and of theirs that were laid side by side. */
  compared: z.int(),
  repaired: z.int(),
  differences: z.array(foundDifferenceSchema),
  error: z.string().nullable(),
  createdAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
})
export type Reconciliation = z.infer<typeof reconciliationSchema>

const LONGEST_MS = 92 * 86_400_000
/** The period to reconcile; by default the last 48 hours. */
export const reconcileRequestSchema = z
  .strictObject({ from: z.iso.datetime().optional(), until: z.iso.datetime().optional() })
  .refine(({ from, until }) => {
    const end = until ? Date.parse(until) : Date.now()
    return !from || (Date.parse(from) < end && end - Date.parse(from) <= LONGEST_MS)
  }, 'a period of at most 92 days that begins before it ends')
