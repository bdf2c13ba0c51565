/** After this an order whose payment the provider does not know is undone: nobody waits for a basket longer. */
export const GIVE_UP_AFTER_SECONDS = 600

export type SettlementPlan = 'finish' | 'charge' | 'give-up' | 'wait'

/**
 * What to do with an unresolved order, given what the provider says of its key.
 * Not found is no proof that the first request will never arrive; charging again with the same key is safe, and
 * giving up first voids the key at the provider so that a late request finds it closed.
 */
export function settlementPlan(
  known: 'authorised' | 'declined' | 'not-found' | 'unknown',
  ageSeconds: number,
): SettlementPlan {
  if (known === 'authorised' || known === 'declined') return 'finish'
  if (known === 'unknown') return 'wait'
  return ageSeconds < GIVE_UP_AFTER_SECONDS ? 'charge' : 'give-up'
}
