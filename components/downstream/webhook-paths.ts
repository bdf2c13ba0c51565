import { createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { deliveryStateSchema } from '@/lib/downstream/schema'

/** What the deliveries of a webhook are narrowed by, as the page's own address says it. */
export const deliverySearch = {
  state: parseAsStringLiteral(deliveryStateSchema.options),
  cursor: parseAsString,
}
export type DeliverySearch = inferParserType<typeof deliverySearch>

const deliveryQuery = createSerializer(deliverySearch)

export const webhooksPath = (site: string): string => `/api/webhooks?site=${encodeURIComponent(site)}`

export const webhookPath = (id: string): string => `/api/webhooks/${encodeURIComponent(id)}`

export const deliveriesPath = (id: string, search: DeliverySearch): string =>
  deliveryQuery(`${webhookPath(id)}/deliveries`, search)

export const webhookHref = (id: string): string => `/settings/webhooks/${encodeURIComponent(id)}`
