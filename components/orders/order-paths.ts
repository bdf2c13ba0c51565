import { createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { z } from 'zod'
import {
  deferredKindSchema,
  orderStatusSchema,
  orderSummarySchema,
  stepStandingSchema,
} from '@/lib/orders/schema'

/** What the list of orders is narrowed by, as the page's own address says it. */
export const orderSearch = {
  query: parseAsString.withDefault(''),
  status: parseAsStringLiteral(orderStatusSchema.options),
  /** Orders whose deferred step stands like this; without a standing, those that still owe it. */
  step: parseAsStringLiteral(deferredKindSchema.options),
  standing: parseAsStringLiteral(stepStandingSchema.options),
  /** Orders received since this moment. */
  since: parseAsString,
  /** Orders placed since this moment, whatever has become of them. */
  placedSince: parseAsString,
  /** Orders of which a parcel was packed, or handed over, since this moment. */
  packedSince: parseAsString,
  shippedSince: parseAsString,
  /** Orders whose pick list was closed since this moment. */
  pickedSince: parseAsString,
  /** The end of whichever moment is asked for. */
  until: parseAsString,
  cursor: parseAsString,
}

/** The same of the orders that wait in one queue. */
export const owedSearch = { standing: orderSearch.standing, cursor: orderSearch.cursor }

export type OrderSearch = inferParserType<typeof orderSearch>

export const orderListSchema = z.object({
  items: z.array(orderSummarySchema),
  nextCursor: z.string().nullable(),
})
export type OrderList = z.infer<typeof orderListSchema>

const apiQuery = createSerializer({ site: parseAsString, ...orderSearch })

/** The API path of a page of orders, written one way, so that the server's read and the browser's are one query. */
export function ordersPath(site: string, search: Partial<OrderSearch>): string {
  return apiQuery('/api/orders', { site, ...search })
}

const pageQuery = createSerializer(orderSearch)

/** The page that lists the orders behind a number. */
export const ordersHref = (search: Partial<OrderSearch>): string => pageQuery('/orders', search)

export const orderPath = (orderNumber: string): string => `/api/orders/${encodeURIComponent(orderNumber)}`

export const todayPath = (site: string): string => `/api/today?site=${encodeURIComponent(site)}`
