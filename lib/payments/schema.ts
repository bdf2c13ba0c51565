/** What is to be charged. The order number is the provider's idempotency key: one order, one charge. */
export type ChargeRequest = { orderNumber: string; amountMinor: number; currency: string; token: string }

/** What the provider says of a charge; `unknown` means that it may or may not have happened. */
export type ChargeOutcome =
  | { outcome: 'authorised'; provider: string; reference: string }
  | { outcome: 'declined'; reason: string }
  | { outcome: 'unknown'; detail: string }
