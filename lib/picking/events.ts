import { z } from 'zod'

/** What a screen hears when a tour has begun, got on or ended; the id is the tour's. */
export const tourChanged = 'picking/tour.changed'
/** What a screen hears when a pick list was opened, expedited or closed; the id is the list's. */
export const listChanged = 'picking/list.changed'
/** What a screen hears when something was picked for an order, or told short; the id is the order. */
export const orderPicked = 'picking/order.picked'

const site = z.string()

/** A picker got a tour. */
export const tourPlanned = 'picking/tour.planned'
export const tourPlannedSchema = z.object({
  ...{ tour: z.string(), site, orders: z.array(z.string()), stops: z.int() },
  ...{ walkMetres: z.number(), baselineMetres: z.number(), isOptimal: z.boolean() },
})

/** The rest of a tour goes another way. */
export const tourReRouted = 'picking/tour.re-routed'
export const tourReRoutedSchema = z.object({
  tour: z.string(),
  site,
  walkMetres: z.number(),
  why: z.string(),
})

/** Units that were to be picked were not there: what was asked for, and what was found in the end. */
export const stopShort = 'picking/stop.short'
export const stopShortSchema = z.object({
  ...{
    tour: z.string(),
    site,
    orderNumber: z.string(),
    sku: z.string(),
    bin: z.string(),
    reason: z.string(),
  },
  ...{ missing: z.int(), released: z.int() },
  /** The site's rule for what was released: `ship` without it, or `wait`. */
  rule: z.string(),
})
