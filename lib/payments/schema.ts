/** What is to be charged. The order number is the provider's idempotency key: one order, one charge. */
export type ChargeRequest = { orderNumber: string; amountMinor: number; currency: string; token: string }

/** What the provider says of a charge; `unknown` means that it may or may not have happened. */
export type ChargeOutcome =
  | { outcome: 'authorised'; provider: string; reference: string }
  | { outcome: 'declined'; reason: string }
  | { outcome: 'unknown'; detail: string }

/** What we ask of a card provider. */
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
