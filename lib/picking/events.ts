import { z } from 'zod'

/** What a screen hears when a tour has begun, got on or ended; the id is the tour's. */
export const tourChanged = 'picking/tour.changed'
/** What a screen hears when a pick list was opened, expedited or closed; the id is the list's. */
export const listChanged = 'picking/list.changed'
/** What a screen hears when something was picked for an order, or told short; the id is the order. */
export const orderPicked = 'picking/order.picked'
/** What a screen hears when a manager has changed how a site picks; the id is the site. */
export const rulesChanged = 'picking/rules.changed'

/** A picker got a tour: told outside (downstream knows what it says), and to the night shift, which needs its name only. */
export const tourPlanned = 'picking/tour.planned'
export const tourPlannedSchema = z.object({ site: z.string(), tour: z.uuid() })

// Told outside only: downstream knows what each says. No function of the night shift is started by them.
/** The rest of a tour goes another way. */
export const tourReRouted = 'picking/tour.re-routed'
/** Units that were to be picked were not there. */
export const stopShort = 'picking/stop.short'
