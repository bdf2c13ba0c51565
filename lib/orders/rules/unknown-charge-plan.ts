/** After this an order whose charge the provider does not know is undone: nobody waits for a basket longer. */
export const GIVE_UP_AFTER_SECONDS = 600

/**
 * What to do with an unresolved order whose charge the provider does not know. That is no proof that the first request
 * will never arrive: charging again with the same key is safe, and giving up must close the key at the provider, so
 * that a late request finds it closed.
 */
export function unknownChargePlan(ageSeconds: number): 'charge' | 'give-up' {
  return ageSeconds < GIVE_UP_AFTER_SECONDS ? 'charge' : 'give-up'
}
