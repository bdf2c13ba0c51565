import { z } from 'zod'

/** The queue under which events that were not taken lie among the dead letters. */
export const inventoryEventsQueue = 'inventory-events'

/** A rejected event is to be tried again from its dead letter, perhaps put right. */
export const eventRedriven = 'inventory/event.redriven'
export const eventRedrivenSchema = z.object({
  /** The letter's key, and the name of its death if it comes to that again. */
  key: z.string(),
  death: z.string(),
  event: z.record(z.string(), z.unknown()),
})
