import { createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { z } from 'zod'
import { pairAdviceSchema, placedPairSchema } from '@/lib/recommendations/schema'

/** Which pairs are shown; those worth moving first. */
export const pairSearch = {
  advice: parseAsStringLiteral(pairAdviceSchema.options).withDefault('together'),
}
export type PairSearch = inferParserType<typeof pairSearch>

export const pairListSchema = z.object({
  items: z.array(placedPairSchema),
  nextCursor: z.string().nullable(),
})
export type PairList = z.infer<typeof pairListSchema>

const apiQuery = createSerializer({ site: parseAsString, advice: parseAsString })

export const PAIRS_SHOWN = 100

export const pairsPath = (site: string, { advice }: PairSearch): string =>
  apiQuery('/api/pairs', { site, advice })

export const itemHref = (sku: string): string => `/inventory/${encodeURIComponent(sku)}`

/** The map with this item's bins lit and the given one open. */
export const floorHref = (sku: string, bin: string): string =>
  `/floor?sku=${encodeURIComponent(sku)}&bin=${encodeURIComponent(bin)}`
