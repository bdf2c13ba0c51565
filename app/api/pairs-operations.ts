import { z } from 'zod'
import { pairAdviceSchema, placedPairSchema } from '@/lib/recommendations/schema'
import { listOf, type Operation } from './operation'

export const listPairsOperation = {
  id: 'listPairs',
  method: 'GET',
  path: '/api/pairs',
  summary:
    'Items of a site that are bought together, with the way on foot between them; what would save most as neighbours first',
  admits: { scope: 'read', roles: ['manager'] },
  query: z.object({
    site: z.string().min(1).max(64),
    advice: pairAdviceSchema.optional(),
    limit: z.coerce.number().int().min(1).max(400).default(100),
  }),
  answers: { 200: { description: 'The pairs', schema: listOf(placedPairSchema) } },
} as const satisfies Operation

export const pairsOperations: Operation[] = [listPairsOperation]
