import { z } from 'zod'

/** A movement of money is to be asked of the provider; written in the transaction that owes it. */
export const movementOwed = 'payments/movement.owed'

/** The provider did it, or refused it for good. */
export const movementDone = 'payments/movement.done'
export const movementRefused = 'payments/movement.refused'

export const movementEventSchema = z.object({
  movementId: z.string(),
  orderNumber: z.string(),
  site: z.string(),
  kind: z.enum(['capture', 'void', 'refund']),
})

/** Our movements of a period are to be laid beside the provider's list. */
export const reconciliationAsked = 'payments/reconciliation.asked'
export const reconciliationAskedSchema = z.object({ id: z.string() })
